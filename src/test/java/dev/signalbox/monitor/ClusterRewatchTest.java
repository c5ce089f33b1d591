package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.PROD;
import static dev.signalbox.testing.Examples.workload;
import static dev.signalbox.testing.Examples.workloadKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.state.Change;
import dev.signalbox.state.Store;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A watch that is begun anew, as after a sleep.
class ClusterRewatchTest extends ClusterScene {

    private static final WorkloadKey STAYS = workloadKey("production", "checkout");
    private static final WorkloadKey WENT = workloadKey("production", "catalog");

    private ClusterMonitor monitor;

    @BeforeEach
    void watchTwo() {
        monitor = monitor(Runnable::run);
        monitor.start();
        cluster.listener().seen(workload(STAYS, "acme/checkout:v1", Map.of()), NOON);
        cluster.listener().seen(workload(WENT, "acme/catalog:v1", Map.of()), NOON);
    }

    @Test
    void theOldWatchIsClosedBeforeTheNewOneBegins() throws Exception {
        monitor.again();
        assertThat(cluster.closed).isEqualTo(1);
        assertThat(cluster.watched).hasSize(4);
    }

    @Test
    void whatWentAwayInTheSleepGoesOnceTheNewListIsThere() throws Exception {
        now = NOON.plusSeconds(3_600);
        monitor.again();
        cluster.listener().live(now);
        assertThat(store.current().workloads()).containsKeys(STAYS, WENT);
        cluster.listener().seen(workload(STAYS, "acme/checkout:v1", Map.of()), now);
        cluster.listener().live(now.plusSeconds(9));
        assertThat(store.current().workloads()).containsKeys(STAYS, WENT);
        cluster.listener().live(now.plusSeconds(10));
        assertThat(store.current().workloads()).containsOnlyKeys(STAYS);
    }

    @Test
    void aClusterThatShowsNothingAtAllIsNotBelieved() throws Exception {
        monitor.again();
        cluster.listener().live(now.plusSeconds(60));
        assertThat(store.current().workloads()).containsKeys(STAYS, WENT);
    }

    @Test
    void whatIsNotWatchedIsNotWatchedAnew() throws Exception {
        monitor(Runnable::run).again();
        assertThat(cluster.watched).hasSize(2);
        monitor.close();
        monitor.again();
        assertThat(cluster.watched).hasSize(2);
    }

    @Test
    void workloadsOfOtherClustersAreNotMissed() {
        WorkloadKey elsewhere =
                new WorkloadKey(new ConnectionId("other"), "production", WorkloadKind.DEPLOYMENT, "checkout");
        Rediscovery missing = new Rediscovery(PROD, NOON);
        missing.seen(STAYS);
        Set<WorkloadKey> known = Set.of(STAYS, WENT, elsewhere);
        assertThat(missing.goneAt(NOON.plusSeconds(9), known)).isEmpty();
        assertThat(missing.goneAt(NOON.plusSeconds(10), known)).containsExactly(WENT);
        assertThat(missing.goneAt(NOON.plusSeconds(11), known)).isEmpty();
    }

    @Test
    void whatWasDeletedWhileTheConsoleWasClosedGoesOnceTheFirstListIsThere() {
        Store recalled = connected();
        recalled.offer(new Change.WorkloadSeen(workload(WENT, "acme/catalog:v1", Map.of()), NOON.minusSeconds(3_600)));
        FakeCluster anew = new FakeCluster();
        monitor(anew, recalled, Runnable::run).start();
        anew.listener().seen(workload(STAYS, "acme/checkout:v1", Map.of()), NOON);
        anew.listener().live(NOON);
        assertThat(recalled.current().workloads()).as("the list may still come").containsKeys(STAYS, WENT);
        anew.listener().live(NOON.plusSeconds(10));
        assertThat(recalled.current().workloads()).containsOnlyKeys(STAYS);
    }

    @Test
    void aClusterThatShowsNothingForMinutesIsEmpty() throws Exception {
        monitor.again();
        cluster.listener().live(now.plusSeconds(299));
        assertThat(store.current().workloads()).containsKeys(STAYS, WENT);
        cluster.listener().live(now.plusSeconds(300));
        assertThat(store.current().workloads()).isEmpty();
    }
}
