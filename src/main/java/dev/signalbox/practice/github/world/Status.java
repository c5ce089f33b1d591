package dev.signalbox.practice.github.world;

import java.util.Locale;

/// Where a run, job or step is in its life.
public enum Status {
    QUEUED,
    IN_PROGRESS,
    WAITING,
    COMPLETED;

    /// The word on the wire.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
