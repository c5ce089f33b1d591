package dev.signalbox.monitor;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.WorkloadKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Which workloads of a cluster are known from before a watch began, from the last start too, and are not among what it
/// sees.
final class Rediscovery {

    /// What was listed may be delivered a little after the watch says that it is live.
    static final Duration SETTLED = Duration.ofSeconds(10);

    /// A cluster that just starts shows nothing at all; one that does so for this long is empty.
    static final Duration BELIEVED = Duration.ofMinutes(5);

    private final ConnectionId cluster;
    private final Set<WorkloadKey> seen = new HashSet<>();
    private final Instant begun;
    private boolean over;

    /// @param begun when the watch began
    Rediscovery(ConnectionId cluster, Instant begun) {
        this.cluster = cluster;
        this.begun = begun;
    }

    synchronized void seen(WorkloadKey workload) {
        if (!over) {
            seen.add(workload);
        }
    }

    /// Those that are gone, once, when the watch has been live for long enough.
    ///
    /// @param known workloads of all clusters
    synchronized Set<WorkloadKey> goneAt(Instant live, Set<WorkloadKey> known) {
        if (over || live.isBefore(begun.plus(seen.isEmpty() ? BELIEVED : SETTLED))) {
            return Set.of();
        }
        over = true;
        Set<WorkloadKey> gone = known.stream()
                .filter(key -> key.cluster().equals(cluster) && !seen.contains(key))
                .collect(Collectors.toSet());
        seen.clear();
        return gone;
    }
}
