package dev.signalbox.practice.github.world;

import java.util.Locale;

/// How a run, job or step ended.
public enum Conclusion {
    SUCCESS,
    FAILURE,
    CANCELLED,
    SKIPPED;

    /// The word on the wire.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
