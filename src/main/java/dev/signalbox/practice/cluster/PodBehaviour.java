package dev.signalbox.practice.cluster;

/// How the pods of an image behave. Every behaviour can begin and end while pods run.
public enum PodBehaviour {
    /// Starts within a few seconds and stays ready.
    HEALTHY,
    /// Starts like a healthy one, but takes half a minute longer to become ready.
    SLOW_START,
    /// Exits with code 1 shortly after every start and never becomes ready.
    CRASH_LOOP,
    /// Every second pod becomes ready for a while and then exits, again and again.
    PARTLY_CRASHING,
    /// Killed by the kernel for its memory, exit code 137, again and again.
    OUT_OF_MEMORY,
    /// The image cannot be pulled.
    IMAGE_PULL_ERROR,
    /// Refers to a ConfigMap that does not exist.
    MISSING_CONFIG,
    /// Runs, but its readiness probe never succeeds.
    NEVER_READY,
    /// No node has room for it.
    UNSCHEDULABLE,
    /// The namespace's quota refuses its pods.
    QUOTA_EXCEEDED
}
