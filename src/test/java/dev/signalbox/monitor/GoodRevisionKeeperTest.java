package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.PROD;
import static dev.signalbox.testing.Examples.withPods;
import static dev.signalbox.testing.Examples.withReplicas;
import static dev.signalbox.testing.Examples.workload;
import static dev.signalbox.testing.Examples.workloadKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Pod;
import dev.signalbox.domain.cluster.Replicas;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.port.GoodRevisions;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.state.Change;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoodRevisionKeeperTest {

    private static final Instant MADE = NOON.minusSeconds(630);

    private final List<GoodRevision> kept = new ArrayList<>();
    private final Store store = new Store(new Reducer(), Runnable::run);
    private final GoodRevisions memory = new GoodRevisions() {
        @Override
        public void keep(GoodRevision revision) {
            kept.add(revision);
        }

        @Override
        public List<GoodRevision> all() {
            return List.copyOf(kept);
        }
    };
    private final GoodRevisionKeeper keeper = new GoodRevisionKeeper(memory, store);
    private final Workload good = withPods(
            workload(workloadKey("production", "checkout"), "acme/checkout:v2", Map.of()), pods(0, MADE));
    private final Workload unsaid = withReplicas(good, good.replicas());
    private final Workload crashing = withReplicas(good, new Replicas(3, 3, 3, 2, 2, 0));

    private static List<Pod> pods(int restarts, @Nullable Instant made) {
        return IntStream.range(0, 3)
                .mapToObj(i -> new Pod(
                        "p" + i, "uid" + i, "5f", "Running", true, true, false, restarts, null, made, null))
                .toList();
    }

    private GoodRevision last() {
        return kept.getLast();
    }

    @Test
    void countsFromTheMomentTheServerSaysTheRolloutWasComplete() {
        keeper.seen(good, NOON);

        assertThat(kept).singleElement().satisfies(g -> {
            assertThat(g.since()).isEqualTo(NOON.minusSeconds(600));
            assertThat(g.isProven()).isTrue();
            assertThat(g.version()).isEqualTo("v2");
        });
        assertThat(store.current().good().get(good.key())).isEqualTo(kept);
    }

    @Test
    void aRevisionSeenForTheFirstTimeIsNotProvenYet() {
        keeper.seen(unsaid, NOON);
        assertThat(kept.getLast().isProven()).isFalse();

        keeper.seen(unsaid, NOON.plusSeconds(121));
        assertThat(kept.getLast().isProven()).isTrue();
    }

    @Test
    void doesNotRememberWhatIsNotWhollyThere() {
        keeper.seen(withReplicas(good, new Replicas(3, 3, 3, 2, 2, 0)), NOON);
        keeper.seen(withReplicas(good, new Replicas(3, 4, 1, 3, 3, 0)), NOON);

        assertThat(kept).isEmpty();
    }

    @Test
    void twoMomentsOfACrashLoopAreNoProof() {
        keeper.seen(unsaid, NOON);
        keeper.seen(crashing, NOON.plusSeconds(20));
        keeper.live(PROD, NOON.plusSeconds(125));
        keeper.seen(unsaid, NOON.plusSeconds(130));

        assertThat(last().isProven()).isFalse();
        assertThat(last().since()).isEqualTo(NOON.plusSeconds(130));
    }

    @Test
    void aCrashThatWasOverBeforeTheNextLookIsABreak() {
        keeper.seen(unsaid, NOON);
        keeper.seen(withPods(unsaid, pods(1, MADE)), NOON.plusSeconds(130));
        assertThat(last().isProven()).isFalse();

        keeper.seen(withPods(unsaid, pods(1, MADE)), NOON.plusSeconds(250));
        assertThat(last().isProven()).as("it has not crashed again").isTrue();
    }

    @Test
    void theServersWordIsNotBelievedWherePodsRestartedOrAreNotKnown() {
        for (List<Pod> pods : List.of(
                pods(1, MADE), pods(0, null), pods(0, MADE).subList(0, 2), List.<Pod>of())) {
            kept.clear();
            new GoodRevisionKeeper(memory, store).seen(withPods(good, pods), NOON);
            assertThat(last().since()).isEqualTo(NOON);
        }
    }

    @Test
    void aPodThatWasMadeAfterTheRolloutMayStandForOneThatCrashed() {
        keeper.seen(withPods(good, pods(0, NOON.minusSeconds(30))), NOON);

        assertThat(last().since()).isEqualTo(NOON.minusSeconds(30));
        assertThat(last().isProven()).isFalse();
    }

    @Test
    void theServersWordFromBeforeTheLossIsNotBelievedAfterIt() {
        keeper.seen(crashing, NOON);
        keeper.seen(good, NOON.plusSeconds(10));

        assertThat(last().since()).isEqualTo(NOON.plusSeconds(10));
    }

    @Test
    void quietHoursOfALiveClusterAreProof() {
        WorkloadKey key = new WorkloadKey(PROD, "production", WorkloadKind.STATEFUL_SET, "ledger");
        Workload set = withReplicas(workload(key, "acme/ledger:v1", Map.of()), good.replicas());
        keeper.seen(set, NOON);
        assertThat(last().isProven()).isFalse();

        keeper.live(PROD, NOON.plusSeconds(600));
        assertThat(last().isProven()).isTrue();
        assertThat(last().length()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void anotherClusterThatIsLiveProvesNothing() {
        keeper.seen(unsaid, NOON);
        keeper.live(new ConnectionId("dev"), NOON.plusSeconds(600));

        assertThat(kept).hasSize(1);
    }

    @Test
    void whatIsGoneIsNotHealthyAnyLonger() {
        keeper.seen(unsaid, NOON);
        keeper.gone(unsaid.key());
        keeper.live(PROD, NOON.plusSeconds(600));

        assertThat(kept).hasSize(1);
    }

    @Test
    void aTimeInWhichNothingWasSeenProvesNothing() {
        keeper.seen(unsaid, NOON);
        keeper.blind(PROD, NOON.plusSeconds(60));
        keeper.seen(unsaid, NOON.plusSeconds(300));
        keeper.live(PROD, NOON.plusSeconds(600));
        assertThat(kept).noneMatch(GoodRevision::isProven);

        keeper.live(PROD, NOON.plusSeconds(719));
        assertThat(kept).noneMatch(GoodRevision::isProven);
        keeper.live(PROD, NOON.plusSeconds(749));
        assertThat(last().isProven()).isTrue();
        assertThat(last().since()).isEqualTo(NOON.plusSeconds(600));
    }

    @Test
    void theServersWordFromBeforeABlindTimeDoesNotBridgeIt() {
        keeper.seen(good, NOON);
        keeper.blind(PROD, NOON.plusSeconds(60));
        keeper.live(PROD, NOON.plusSeconds(3_600));
        keeper.seen(good, NOON.plusSeconds(3_601));

        assertThat(kept).allMatch(g -> g.until().equals(NOON));
    }

    @Test
    void aProofStaysUntilALongerOneIsThere() {
        keeper.seen(good, NOON);
        GoodRevision proof = last();
        keeper.seen(crashing, NOON.plusSeconds(100));
        keeper.seen(good, NOON.plusSeconds(200));
        keeper.live(PROD, NOON.plusSeconds(790));
        assertThat(last()).isEqualTo(proof);

        keeper.live(PROD, NOON.plusSeconds(801));
        assertThat(last().since()).isEqualTo(NOON.plusSeconds(200));
    }

    @Test
    void aProofFromEarlierDaysStaysAsWell() throws Exception {
        keeper.seen(good, NOON);
        GoodRevisionKeeper next = new GoodRevisionKeeper(memory, store);
        next.recall();
        next.seen(unsaid, NOON.plusSeconds(86_400));

        assertThat(kept).hasSize(1);
    }

    @Test
    void whatIsProvenAnewAfterAnotherRevisionWasIsTheNewestAgain() {
        keeper.seen(good, NOON);
        store.offer(new Change.GoodRevisionKept(new GoodRevision(
                good.key(), good.uid(), "6a", "v3", NOON.plusSeconds(60), NOON.plusSeconds(200))));
        keeper.seen(crashing, NOON.plusSeconds(210));
        keeper.seen(unsaid, NOON.plusSeconds(300));
        keeper.live(PROD, NOON.plusSeconds(420));

        assertThat(store.current().good().get(good.key())).extracting(GoodRevision::version)
                .containsExactly("v2", "v3");
    }

    @Test
    void writesTheLongHealthOfAQuietWorkloadSeldom() {
        keeper.seen(unsaid, NOON);
        for (int seconds = 2; seconds <= 86_400; seconds += 2) {
            keeper.live(PROD, NOON.plusSeconds(seconds));
        }

        assertThat(kept).hasSizeLessThan(120);
        assertThat(last().until()).isAfter(NOON.plusSeconds(80_000));
    }

    @Test
    void writesAStreamOfSightingsOnlyNowAndThen() {
        for (int i = 0; i < 100; i++) {
            keeper.seen(good, NOON.plusMillis(i * 100L));
        }

        assertThat(kept).hasSize(1);
    }

    @Test
    void saysSoWhenItCannotBeWrittenDown() {
        GoodRevisionKeeper broken = new GoodRevisionKeeper(
                new GoodRevisions() {
                    @Override
                    public void keep(GoodRevision revision) throws JournalFailure {
                        throw new JournalFailure("The disk is full");
                    }

                    @Override
                    public List<GoodRevision> all() {
                        return List.of();
                    }
                },
                store);

        broken.seen(good, NOON);

        assertThat(store.current().journalProblem()).isEqualTo("The disk is full");
        assertThat(store.current().good()).containsKey(good.key());
    }
}
