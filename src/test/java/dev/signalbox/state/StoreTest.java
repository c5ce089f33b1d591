package dev.signalbox.state;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.workload;
import static dev.signalbox.testing.Examples.workloadKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StoreTest {

    private final List<Runnable> turns = new ArrayList<>();
    private final Store store = new Store(new Reducer(), turns::add);

    private void runTurns() {
        List<Runnable> due = List.copyOf(turns);
        turns.clear();
        due.forEach(Runnable::run);
    }

    @Test
    void appliesManyChangesAboutOneThingAsOne() {
        List<Long> heard = new ArrayList<>();
        store.subscribe(s -> heard.add(s.version()));
        var key = workloadKey("production", "checkout");
        for (int i = 0; i < 1_000; i++) {
            store.offer(new Change.WorkloadSeen(workload(key, "acme/checkout:v" + i, Map.of()), NOON));
        }
        runTurns();

        assertThat(heard).containsExactly(0L, 1L);
        assertThat(store.current().workload(key).value()).isEqualTo(workload(key, "acme/checkout:v999", Map.of()));
    }

    @Test
    void aFailureDoesNotDisplaceAWaitingSuccess() {
        store.offer(new Change.RunsRead(CHECKOUT, new Answer.Good<>(List.of(), NOON)));
        store.offer(new Change.RunsRead(CHECKOUT, new Answer.Bad<>(new RemoteProblem.NotFound("gone"), NOON)));
        runTurns();

        assertThat(store.current().repository(CHECKOUT).runs().value()).isNotNull();
        assertThat(store.current().repository(CHECKOUT).runs().problem()).isNotNull();
    }

    @Test
    void replaysTheCurrentStateToANewSubscriber() {
        store.offer(new Change.JournalChecked("disk full"));
        runTurns();
        List<String> heard = new ArrayList<>();

        store.subscribe(s -> heard.add(s.journalProblem()));

        assertThat(heard).containsExactly("disk full");
    }

    @Test
    void aClosedSubscriptionHearsNothingMore() {
        List<String> heard = new ArrayList<>();
        Store.Subscription subscription = store.subscribe(s -> heard.add(s.journalProblem()));
        subscription.close();
        store.offer(new Change.JournalChecked("disk full"));
        runTurns();

        assertThat(heard).containsExactly("");
    }

    @Test
    void aSelectorHearsOnlyWhenItsPartChanges() {
        List<String> heard = new ArrayList<>();
        store.select(ConsoleState::journalProblem, heard::add);
        store.offer(new Change.RunsRead(CHECKOUT, new Answer.Good<>(List.of(), NOON)));
        runTurns();
        store.offer(new Change.JournalChecked("disk full"));
        runTurns();

        assertThat(heard).containsExactly("", "disk full");
    }

    @Test
    void aSubscriberThatThrowsDoesNotStarveTheOthers() {
        List<Long> heard = new ArrayList<>();
        store.subscribe(s -> fail(s, "first"));
        store.subscribe(s -> heard.add(s.version()));
        store.subscribe(s -> fail(s, "second"));
        store.offer(new Change.JournalChecked("disk full"));

        assertThatThrownBy(this::runTurns)
                .hasMessage("first")
                .satisfies(bug -> assertThat(bug.getSuppressed()).singleElement().extracting(Throwable::getMessage)
                        .isEqualTo("second"));
        store.offer(new Change.JournalChecked(""));
        assertThatThrownBy(this::runTurns).hasMessage("first");

        assertThat(heard).containsExactly(0L, 1L, 2L);
    }

    @Test
    void whoFailsAtOnceIsNotSubscribed() {
        List<Runnable> calls = new ArrayList<>();
        assertThatThrownBy(() -> store.subscribe(s -> {
            calls.add(() -> {});
            throw new IllegalStateException("not ready");
        })).hasMessage("not ready");
        store.offer(new Change.JournalChecked("disk full"));
        runTurns();

        assertThat(calls).hasSize(1);
    }

    private static void fail(ConsoleState state, String words) {
        if (state.version() > 0) {
            throw new IllegalStateException(words);
        }
    }

    @Test
    void losesNoLastValueWhenManyThreadsOfferAtOnce() throws InterruptedException {
        try (var turnsThread = Executors.newSingleThreadExecutor();
                var offering = Executors.newFixedThreadPool(4)) {
            Store busy = new Store(new Reducer(), turnsThread);
            CountDownLatch complete = new CountDownLatch(1);
            busy.subscribe(s -> {
                if (s.workloads().size() == 4
                        && s.workloads().values().stream()
                                .allMatch(r -> r.value() != null && r.value().generation() == 4)
                        && s.focus().size() == 4) {
                    complete.countDown();
                }
            });
            for (int t = 0; t < 4; t++) {
                String name = "service-" + t;
                offering.execute(() -> {
                    for (int i = 0; i < 500; i++) {
                        busy.offer(new Change.WorkloadSeen(
                                workload(workloadKey("production", name), "acme/x:v" + i, Map.of()), NOON));
                    }
                    busy.offer(new Change.FocusMoved(name, Focus.NOWHERE));
                });
            }
            assertThat(complete.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(busy.current().workloads().values())
                    .allSatisfy(
                            r -> assertThat(java.util.Objects.requireNonNull(r.value()).image().orElseThrow().version())
                                    .isEqualTo("v499"));
        }
    }
}
