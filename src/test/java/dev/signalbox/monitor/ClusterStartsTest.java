package dev.signalbox.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.state.Change;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClusterStartsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final AtomicReference<Instant> time = new AtomicReference<>(NOON);
    private final Store store = new Store(new Reducer(), Runnable::run);
    private final ClusterStarts starts = new ClusterStarts(store, time::get);
    private final List<String> started = new ArrayList<>();

    private void add(int clusters) {
        for (int i = 0; i < clusters; i++) {
            ConnectionId id = new ConnectionId("c" + i);
            store.offer(new Change.ConnectionAdded(Connection.fresh(id, Connection.Kind.KUBERNETES, "https://c")));
            starts.add(id, () -> started.add(id.name()));
        }
    }

    @Test
    void startsOnlyAFewAtOnce() {
        add(10);
        starts.step();
        starts.step();

        assertThat(started).containsExactly("c0", "c1", "c2", "c3");
    }

    @Test
    void theNextOneBeginsWhenOneHasAnsweredOrFailed() {
        add(10);
        starts.step();
        store.offer(new Change.ConnectionAnswered(new ConnectionId("c2"), NOON));
        starts.step();
        assertThat(started).hasSize(5);
        store.offer(new Change.ConnectionTroubled(
                new ConnectionId("c0"), new RemoteProblem.Unreachable("gone", RemoteProblem.Sent.NOTHING), null));
        starts.step();
        assertThat(started).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void aSilentClusterDoesNotHoldBackTheOthersForEver() {
        add(6);
        starts.step();
        time.set(NOON.plus(ClusterStarts.PATIENCE));
        starts.step();
        assertThat(started).hasSize(4);
        time.set(NOON.plus(ClusterStarts.PATIENCE).plusMillis(1));
        starts.step();
        assertThat(started).hasSize(6);
    }
}
