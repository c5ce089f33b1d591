package dev.signalbox.domain.cluster;

import java.time.Duration;
import java.time.Instant;

/// A revision that we saw fully rolled out and available for a time: what one-click rollback offers.
///
/// @param workloadUid the object it belonged to; a re-created workload starts anew
/// @param hash template hash of the revision: stays when the revision is used again under a new number
/// @param version what people call it
/// @param since when it was first seen fully available
/// @param until when it was last seen so
public record GoodRevision(
        WorkloadKey workload, String workloadUid, String hash, String version, Instant since, Instant until) {

    /// How long a revision must be fully available before it counts as good.
    public static final Duration PROBATION = Duration.ofMinutes(2);

    /// Whether it was available long enough to be offered.
    public boolean isProven() {
        return !since.plus(PROBATION).isAfter(until);
    }
}
