package dev.signalbox.domain.ci;

/// Where a run, a job or a step stands. Values that we do not know become `UNKNOWN`.
public enum RunStatus {
    REQUESTED,
    QUEUED,
    PENDING,
    WAITING,
    IN_PROGRESS,
    COMPLETED,
    UNKNOWN;

    /// Whether something may still happen by itself or by a person.
    public boolean isUnfinished() {
        return this != COMPLETED && this != UNKNOWN;
    }
}
