package dev.signalbox.domain.cluster;

/// How a workload is, in one word: what a cell of the board shows.
public enum Health {
    /// Everything that is wanted is there and available.
    HEALTHY,
    /// A rollout is under way.
    MOVING,
    /// It serves, but not with all that is wanted.
    DEGRADED,
    /// It does not serve, or its newest version does not come up.
    FAILED,
    /// Nothing is wanted: scaled to zero.
    IDLE,
    /// The cluster does not tell.
    UNKNOWN
}
