package dev.signalbox.wiring;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.monitor.ClusterMonitor;
import dev.signalbox.monitor.ClusterStarts;
import dev.signalbox.monitor.GoodRevisionKeeper;
import dev.signalbox.port.Cluster;
import dev.signalbox.port.ClusterTrusts;
import dev.signalbox.state.Store;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;

/// Connects the configured clusters and begins to watch them, those in sight first.
///
/// @param clusters gets those that are connected
/// @param waking tells who watches that the machine has slept
/// @param pods folder of fetched logs
/// @param known learns what is sent to clusters, and keeps it out of those logs
record WatchedClusters(
        Machine machine, Threads threads, Store store, Closing closing, Map<ConnectionId, Cluster> clusters,
        GoodRevisionKeeper keeper, Waking waking, Path pods, KnownSecrets known) {

    private static final Duration STEP = Duration.ofMillis(250);

    /// @return takes a cluster for the one that is meant, though it has changed; told what was shown of it
    BiConsumer<ConnectionId, String> connect(ConsoleConfig config, ClusterTrusts trusts) {
        Clusters contexts = new Clusters(machine, threads, store, closing, known, trusts);
        config.clusters().forEach(c -> contexts.connect(c).ifPresent(k -> clusters.put(k.id(), k)));
        return contexts::trust;
    }

    void watch() {
        ClusterStarts starts = new ClusterStarts(store, machine.clock());
        for (Cluster cluster : clusters.values()) {
            ClusterMonitor monitor = new ClusterMonitor(
                    cluster, store, keeper, machine.clock(), threads.workers(), pods).hiding(known);
            starts.add(cluster.id(), monitor::start);
            closing.later(monitor);
            waking.add(monitor);
            threads.every(STEP, monitor::step);
        }
        threads.every(STEP, starts::step);
    }
}
