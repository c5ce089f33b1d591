package dev.signalbox.domain.team;

import java.time.Instant;

/// The commit that a team file's text comes from. Everything but `id` is as its author wrote it: remote text.
///
/// @param id full name of the commit, hexadecimal
/// @param author who wrote it; empty when it is older than what was fetched
/// @param at when it was committed, by the committer's clock
/// @param subject first line of its message
public record TeamCommit(String id, String author, Instant at, String subject) {

    private static final int SHORT = 7;

    /// The commit's name as people say it.
    public String shortId() {
        return id.length() > SHORT ? id.substring(0, SHORT) : id;
    }
}
