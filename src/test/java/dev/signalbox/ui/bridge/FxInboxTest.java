package dev.signalbox.ui.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleStates;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FxInboxTest {

    private final Queue<Runnable> turns = new ArrayDeque<>();
    private final AtomicReference<Instant> time = new AtomicReference<>(SampleStates.NOW);
    private final InstantSource clock = time::get;
    private final List<ConsoleState> seen = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();

    private final FxInbox inbox = new FxInbox(turns::add, clock);

    @Test
    void deliversABurstOnceAndOnlyItsNewestState() {
        listen();
        for (int i = 0; i < 100_000; i++) {
            inbox.offer(ConsoleState.EMPTY);
        }
        ConsoleState last = SampleStates.rich();
        inbox.offer(last);
        assertThat(turns).hasSize(1);
        takeTurn();
        assertThat(seen).containsExactly(last);
    }

    @Test
    void deliversAStateThatComesDuringADelivery() {
        ConsoleState second = SampleStates.rich();
        inbox.listen((state, now) -> {
            seen.add(state);
            if (seen.size() == 1) {
                inbox.offer(second);
            }
        });
        takeTurn();
        takeTurn();
        assertThat(seen).containsExactly(ConsoleState.EMPTY, second);
    }

    @Test
    void bringsALaterTimeWithEveryTick() {
        listen();
        inbox.tick();
        takeTurn();
        time.set(SampleStates.NOW.plusSeconds(1));
        inbox.tick();
        takeTurn();
        assertThat(times).containsExactly(SampleStates.NOW, SampleStates.NOW.plusSeconds(1));
    }

    @Test
    void whatWasUnderWayWhenTheScreensWentIsThrownAway() {
        listen();
        inbox.offer(SampleStates.rich());
        inbox.close();
        takeTurn();
        inbox.tick();
        takeTurn();
        assertThat(seen).isEmpty();
    }

    @Test
    void forgetsAListenerThatHasGone() {
        Runnable end = inbox.listen((state, now) -> seen.add(state));
        end.run();
        takeTurn();
        assertThat(seen).isEmpty();
    }

    @Test
    void aListenerThatThrowsDoesNotStarveTheOthers() {
        inbox.listen((state, now) -> {
            throw new IllegalStateException("a bug in one screen");
        });
        inbox.listen((state, now) -> seen.add(state));
        assertThatThrownBy(this::takeTurn).hasMessage("a bug in one screen");
        assertThat(seen).hasSize(1);

        inbox.offer(SampleStates.rich());
        assertThatThrownBy(this::takeTurn).hasMessage("a bug in one screen");
        assertThat(seen).hasSize(2);
    }

    @Test
    void endsWithTheNewestStateWhenManyThreadsOffer() throws InterruptedException {
        AtomicReference<ConsoleState> last = new AtomicReference<>(ConsoleState.EMPTY);
        ConsoleState newest = SampleStates.rich();
        try (var screen = Executors.newSingleThreadExecutor();
                var others = Executors.newVirtualThreadPerTaskExecutor()) {
            FxInbox threaded = new FxInbox(screen, clock);
            threaded.listen((state, now) -> last.set(state));
            CountDownLatch done = new CountDownLatch(50);
            for (int i = 0; i < 50; i++) {
                others.execute(() -> {
                    threaded.offer(ConsoleState.EMPTY);
                    done.countDown();
                });
            }
            done.await();
            threaded.offer(newest);
        }
        assertThat(last.get()).isSameAs(newest);
    }

    private void listen() {
        inbox.listen((state, now) -> {
            seen.add(state);
            times.add(now);
        });
        takeTurn();
        seen.clear();
        times.clear();
    }

    private void takeTurn() {
        Runnable turn = turns.poll();
        if (turn != null) {
            turn.run();
        }
    }
}
