package dev.signalbox.monitor;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.WorkloadKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// Which workloads of a cluster were known before a new watch began and are not among what it sees.
final class Rediscovery {

    /// What was listed may be delivered a little after the watch says that it is live.
    static final Duration SETTLED = Duration.ofSeconds(10);

    private final Set<WorkloadKey> missing = new HashSet<>();
    private final Instant begun;
    private boolean found;

    /// @param known workloads of all clusters
    /// @param begun when the watch began
    Rediscovery(ConnectionId cluster, Set<WorkloadKey> known, Instant begun) {
        known.stream().filter(key -> key.cluster().equals(cluster)).forEach(missing::add);
        this.begun = begun;
    }

    synchronized void seen(WorkloadKey workload) {
        found = true;
        missing.remove(workload);
    }

    /// Those that are gone, once, when the watch has been live for long enough. A cluster that shows nothing at all is not
    /// believed: one that just starts answers like that.
    synchronized Set<WorkloadKey> goneAt(Instant live) {
        if (!found || missing.isEmpty() || live.isBefore(begun.plus(SETTLED))) {
            return Set.of();
        }
        Set<WorkloadKey> gone = Set.copyOf(missing);
        missing.clear();
        return gone;
    }
}
