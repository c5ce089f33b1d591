package dev.signalbox.practice.cluster;

/// Where a pod is in its life.
enum PodStage {
    PENDING,
    UNSCHEDULABLE,
    CREATING,
    STARTED,
    READY,
    EXITED,
    BACKING_OFF,
    PULL_FAILED,
    PULL_BACKING_OFF,
    CONFIG_ERROR,
    TERMINATING;

    boolean isRunning() {
        return this == STARTED || this == READY;
    }
}
