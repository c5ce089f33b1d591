package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.PROD;
import static dev.signalbox.testing.Examples.workload;
import static dev.signalbox.testing.Examples.workloadKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.state.Change;
import dev.signalbox.state.Focus;
import dev.signalbox.state.PodLogKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterMonitorTest extends ClusterScene {

    private static final WorkloadKey KEY = workloadKey("production", "checkout");
    private static final PodLogKey LOG = new PodLogKey(KEY, "checkout-5f-1", false);
    private static final int VERBS = ClusterVerb.values().length;

    private final List<Runnable> work = new ArrayList<>();
    private ClusterMonitor monitor;

    @BeforeEach
    void makeMonitor() {
        monitor = monitor(work::add);
    }

    private void stepAfter(Duration time) {
        now = now.plus(time);
        monitor.step();
        List<Runnable> due = List.copyOf(work);
        work.clear();
        due.forEach(Runnable::run);
    }

    private void lookAt(Set<WorkloadKey> workloads, Set<PodLogKey> logs) {
        store.offer(new Change.FocusMoved(
                "board", Focus.NOWHERE.withWorkloads(workloads).withPodLogs(logs)));
    }

    private Connection.Lamp lamp() {
        return Objects.requireNonNull(store.current().connections().get(PROD)).lamp();
    }

    @Test
    void putsWhatTheWatchSeesIntoTheState() {
        monitor.start();
        Workload seen = workload(KEY, "acme/checkout:v1", Map.of());
        cluster.listener().seen(seen, NOON);
        assertThat(store.current().workload(KEY).value()).isEqualTo(seen);

        cluster.listener().gone(KEY, NOON);
        assertThat(store.current().workloads()).isEmpty();
    }

    @Test
    void theLampFollowsTheWatch() {
        monitor.start();
        cluster.listener().live(NOON);
        assertThat(lamp()).isEqualTo(Connection.Lamp.LIVE);

        cluster.listener().troubled(
                new RemoteProblem.Unreachable("no route", RemoteProblem.Sent.NOTHING), NOON, NOON.plusSeconds(5));
        assertThat(lamp()).isEqualTo(Connection.Lamp.STALE);
    }

    @Test
    void watchesTheNamespacesOfItsCluster() {
        monitor.start();

        assertThat(cluster.watched).containsExactly("production", "staging");
    }

    @Test
    void asksNothingWhileNobodyLooks() {
        stepAfter(Duration.ZERO);
        stepAfter(Duration.ofHours(1));

        assertThat(cluster.asked).isEmpty();
    }

    @Test
    void asksEveryPermitOfAWorkloadOnScreenOnceInFiveMinutes() {
        WorkloadKey other = workloadKey("production", "ledger");
        lookAt(Set.of(KEY, other), Set.of());
        stepAfter(Duration.ZERO);
        assertThat(cluster.asked).as("only to change it is asked for each by its name").hasSize(VERBS + 2);
        assertThat(store.current().permits())
                .containsKey(PermitKey.of(KEY, ClusterVerb.PATCH_WORKLOAD))
                .containsKey(PermitKey.of(other, ClusterVerb.PATCH_WORKLOAD))
                .containsKey(new PermitKey(PROD, "production", KEY.kind(), ClusterVerb.READ_LOGS));

        stepAfter(Duration.ofMinutes(5).minusMillis(1));
        assertThat(cluster.asked).hasSize(VERBS + 2);
        stepAfter(Duration.ofMillis(1));
        assertThat(cluster.asked).hasSize(2 * (VERBS + 2));
    }

    @Test
    void asksAPermitThatCouldNotBeReadAgainAfterTenSeconds() {
        cluster.problem = new RemoteProblem.ServerFault("no answer", 503);
        lookAt(Set.of(KEY), Set.of());
        stepAfter(Duration.ZERO);
        stepAfter(Duration.ofSeconds(9));
        assertThat(cluster.asked).hasSize(VERBS);

        cluster.problem = null;
        stepAfter(Duration.ofSeconds(1));
        assertThat(cluster.asked).hasSize(2 * VERBS);
        assertThat(store.current().permits().values()).hasSize(VERBS).allSatisfy(p -> {
            assertThat(p.value()).isNotNull();
            assertThat(p.problem()).isNull();
        });
    }

    @Test
    void asksPermitsAgainWhenTheClockIsSetBack() {
        lookAt(Set.of(KEY), Set.of());
        stepAfter(Duration.ZERO);
        stepAfter(Duration.ofHours(-1));
        assertThat(cluster.asked).hasSize(2 * VERBS);
    }

    private Reading<LogFile> log() {
        return store.current().podLogs().getOrDefault(LOG, Reading.never());
    }

    @Test
    void followsALogWhileItIsOnScreen() {
        lookAt(Set.of(), Set.of(LOG));
        stepAfter(Duration.ZERO);
        stepAfter(Duration.ofSeconds(10));
        assertThat(cluster.asked).containsExactly("log checkout-5f-1 now");
        cluster.readers.getFirst().lines("first\n".getBytes(StandardCharsets.UTF_8), NOON);
        cluster.readers.getFirst().lines("second\n".getBytes(StandardCharsets.UTF_8), NOON);
        LogFile file = Objects.requireNonNull(log().value());
        assertThat(file.bytes()).isEqualTo(13);
        assertThat(file.path()).hasContent("first\nsecond\n");

        lookAt(Set.of(), Set.of());
        stepAfter(Duration.ofMillis(250));
        assertThat(cluster.closedLogs).containsExactly("checkout-5f-1 now");
        assertThat(log()).isEqualTo(Reading.never());
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void aLogThatIsOpenedAnewKeepsItsNewFile() {
        lookAt(Set.of(), Set.of(LOG));
        stepAfter(Duration.ZERO);
        cluster.readers.getFirst().lines("old\n".getBytes(StandardCharsets.UTF_8), NOON);
        lookAt(Set.of(), Set.of());
        monitor.step();
        lookAt(Set.of(), Set.of(LOG));
        monitor.step();
        cluster.readers.getLast().lines("new\n".getBytes(StandardCharsets.UTF_8), NOON);
        stepAfter(Duration.ZERO);

        assertThat(cluster.asked).hasSize(2);
        assertThat(Objects.requireNonNull(log().value()).path()).as("the old one was closed late").hasContent("new\n");
    }

    @Test
    void tellsTheLogOfThePreviousContainerFromThePresentOne() {
        lookAt(Set.of(), Set.of(new PodLogKey(KEY, "pod", true), new PodLogKey(KEY, "pod", false)));
        stepAfter(Duration.ZERO);

        assertThat(cluster.asked).containsExactlyInAnyOrder("log pod before", "log pod now");
    }

    @Test
    void aLogThatCannotBeReadKeepsItsLastLines() {
        lookAt(Set.of(), Set.of(LOG));
        stepAfter(Duration.ZERO);
        cluster.readers.getFirst().lines("first\n".getBytes(StandardCharsets.UTF_8), NOON);
        RemoteProblem problem = new RemoteProblem.Forbidden("may not", null);
        cluster.readers.getFirst().troubled(problem, NOON, null);

        assertThat(Objects.requireNonNull(log().value()).path()).hasContent("first\n");
        assertThat(log().problem()).isEqualTo(problem);
    }

    @Test
    void closingEndsTheLogsThatAreFollowed() throws Exception {
        lookAt(Set.of(), Set.of(LOG));
        stepAfter(Duration.ZERO);
        monitor.close();
        assertThat(cluster.closedLogs).hasSize(1);
    }

    @Test
    void neverReadsOneThingTwiceAtOnce() {
        lookAt(Set.of(KEY), Set.of(LOG));
        monitor.step();
        now = now.plusSeconds(3600);
        monitor.step();

        assertThat(work).hasSize(VERBS);
        assertThat(cluster.readers).hasSize(1);
    }

    @Test
    void leavesOtherClustersAlone() {
        WorkloadKey other = new WorkloadKey(new ConnectionId("dev"), "production", KEY.kind(), "checkout");
        lookAt(Set.of(other), Set.of(new PodLogKey(other, "pod", false)));
        stepAfter(Duration.ZERO);

        assertThat(cluster.asked).isEmpty();
    }

    @Test
    void closingStopsTheWatchAndIsHarmlessBeforeItBegan() throws Exception {
        monitor.close();
        assertThat(cluster.closed).isZero();

        monitor.start();
        monitor.close();
        assertThat(cluster.closed).isEqualTo(1);
    }
}
