package dev.signalbox.domain.cluster;

import java.time.Duration;
import java.time.Instant;

/// A revision that we saw fully rolled out and available for a time without a break: what one-click rollback offers.
///
/// @param workloadUid the object it belonged to; a re-created workload starts anew
/// @param hash template hash of the revision: stays when the revision is used again under a new number
/// @param version what people call it
/// @param since from when on it was fully available
/// @param until when it was last known to be so still
public record GoodRevision(
        WorkloadKey workload, String workloadUid, String hash, String version, Instant since, Instant until) {

    /// How long a revision must be fully available before it counts as good.
    public static final Duration PROBATION = Duration.ofMinutes(2);

    /// Whether it was available long enough to be offered.
    public boolean isProven() {
        return !since.plus(PROBATION).isAfter(until);
    }

    /// For how long it was available.
    public Duration length() {
        return Duration.between(since, until);
    }

    /// The same, still available at `at`. A clock that was set back takes nothing away.
    public GoodRevision still(Instant at) {
        return at.isAfter(until) ? new GoodRevision(workload, workloadUid, hash, version, since, at) : this;
    }

    /// The same, begun anew at `at`.
    public GoodRevision anew(Instant at) {
        return new GoodRevision(workload, workloadUid, hash, version, at, at);
    }
}
