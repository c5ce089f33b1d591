package dev.signalbox.practice.gitlab.world;

import java.util.Locale;

/// Where a pipeline or job is.
public enum Status {
    CREATED,
    PENDING,
    RUNNING,
    MANUAL,
    CANCELING,
    SUCCESS,
    FAILED,
    CANCELED,
    SKIPPED;

    /// The word on the wire.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether nothing will happen any more.
    public boolean isOver() {
        return compareTo(SUCCESS) >= 0;
    }

    /// Whether a machine is at it or will be soon.
    public boolean isActive() {
        return this == PENDING || this == RUNNING || this == CANCELING;
    }
}
