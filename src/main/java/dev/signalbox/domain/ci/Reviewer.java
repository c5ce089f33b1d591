package dev.signalbox.domain.ci;

/// Someone who may approve: a user or a team.
public record Reviewer(Kind kind, String name) {

    /// One person or one of many.
    public enum Kind {
        USER,
        TEAM,
        UNKNOWN
    }
}
