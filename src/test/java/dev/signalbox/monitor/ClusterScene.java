package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.PROD;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.port.GoodRevisions;
import dev.signalbox.state.Change;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.io.TempDir;

/// A cluster, what is known of it, and monitors that watch it while time passes.
abstract class ClusterScene {

    final FakeCluster cluster = new FakeCluster();
    final Store store = connected();
    Instant now = NOON;

    @TempDir
    private Path folder;

    /// A store that knows of the cluster's connection and of nothing else.
    static Store connected() {
        Store store = new Store(new Reducer(), Runnable::run);
        store.offer(new Change.ConnectionAdded(Connection.fresh(PROD, Connection.Kind.KUBERNETES, "fake")));
        return store;
    }

    /// @param work takes what the monitor does beside its steps
    ClusterMonitor monitor(Executor work) {
        return monitor(cluster, store, work);
    }

    ClusterMonitor monitor(FakeCluster watched, Store into, Executor work) {
        return new ClusterMonitor(
                watched.ports(), into, new GoodRevisionKeeper(new NoMemory(), into), () -> now, work, folder);
    }

    private static final class NoMemory implements GoodRevisions {

        @Override
        public void keep(GoodRevision revision) {}

        @Override
        public List<GoodRevision> all() {
            return List.of();
        }
    }
}
