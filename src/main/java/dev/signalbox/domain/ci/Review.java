package dev.signalbox.domain.ci;

import java.util.List;

/// A decision that somebody took on a run's pending environments. The provider gives no time with it.
public record Review(String user, Decision decision, String comment, List<String> environments) {

    /// What was decided.
    public enum Decision {
        APPROVED,
        REJECTED,
        UNKNOWN
    }
}
