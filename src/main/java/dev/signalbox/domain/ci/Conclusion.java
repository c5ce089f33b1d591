package dev.signalbox.domain.ci;

/// How a finished run, job or step ended. `NONE` while it has not; values that we do not know become `UNKNOWN`,
/// never a success.
public enum Conclusion {
    NONE,
    SUCCESS,
    FAILURE,
    CANCELLED,
    SKIPPED,
    NEUTRAL,
    TIMED_OUT,
    ACTION_REQUIRED,
    STALE,
    STARTUP_FAILURE,
    UNKNOWN;

    /// Whether people should look at it.
    public boolean isBad() {
        return this == FAILURE || this == TIMED_OUT || this == STARTUP_FAILURE || this == ACTION_REQUIRED;
    }
}
