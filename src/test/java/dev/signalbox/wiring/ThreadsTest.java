package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.signalbox.testing.Warnings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it hears what all threads warn of")
class ThreadsTest {

    private final Threads threads = new Threads();

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void workBlocksNoThreadOfTheSystem() throws InterruptedException {
        AtomicBoolean virtual = new AtomicBoolean();
        CountDownLatch ran = new CountDownLatch(1);
        threads.workers().execute(() -> {
            virtual.set(Thread.currentThread().isVirtual());
            ran.countDown();
        });
        await(ran);
        assertThat(virtual).isTrue();
        assertThat(threads.virtual().newThread(() -> {}).isVirtual()).isTrue();
    }

    @Test
    void aTaskThatFailsOnceIsToldInTheLogAndGoesOn() throws InterruptedException {
        CountDownLatch thrice = new CountDownLatch(3);
        try (Warnings warnings = Warnings.everywhere()) {
            threads.every(Duration.ofMillis(1), () -> {
                thrice.countDown();
                if (thrice.getCount() == 2) {
                    throw new IllegalStateException("once");
                }
            });
            await(thrice);
            assertThat(warnings.heard()).containsExactly("A background task failed; it goes on");
        }
    }

    @Test
    void aTaskThatComesAfterTheEndIsNotBegun() {
        threads.close();
        AtomicBoolean ran = new AtomicBoolean();

        assertThatCode(() -> threads.every(Duration.ofMillis(1), () -> ran.set(true))).doesNotThrowAnyException();

        assertThat(ran).isFalse();
    }

    @Test
    void aBatchRunsAfterItsPause() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        threads.turn(ran::countDown, Duration.ofMillis(1));
        await(ran);
    }

    @Test
    void closingInterruptsWhatWaits() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        threads.workers().execute(() -> {
            try {
                waiting.countDown();
                new CountDownLatch(1).await();
            } catch (InterruptedException stop) {
                stopped.countDown();
            }
        });
        await(waiting);
        threads.close();
        await(stopped);
    }

    @Test
    void whatIsToldWhileItClosesIsDroppedInSilence() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        AtomicReference<Throwable> uncaught = new AtomicReference<>();
        CountDownLatch waiting = new CountDownLatch(1);
        Thread late = threads.virtual().newThread(() -> {
            waiting.countDown();
            try {
                told.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            threads.turn(() -> {}, Duration.ZERO);
        });
        late.setUncaughtExceptionHandler((thread, failure) -> uncaught.set(failure));
        late.start();
        await(waiting);
        threads.close();
        told.countDown();
        late.join();
        assertThat(uncaught.get()).isNull();
    }

    @Test
    void turnsComeOneAfterAnother() throws InterruptedException {
        List<Integer> order = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(50);
        for (int i = 0; i < 50; i++) {
            int turn = i;
            threads.turn(() -> {
                order.add(turn);
                done.countDown();
            }, Duration.ZERO);
        }
        await(done);
        assertThat(order).isSorted().hasSize(50);
    }

    @Test
    void keepsTheTimeItIsGivenAndEndsIt() throws InterruptedException {
        ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
        ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor();
        CountDownLatch ticked = new CountDownLatch(1);
        Threads given = new Threads(ticks, turns);
        given.every(Duration.ofHours(1), ticked::countDown);
        await(ticked);

        assertThat(given.ticks()).isSameAs(ticks);
        given.close();
        assertThat(ticks.isShutdown()).isTrue();
        assertThat(turns.isShutdown()).isTrue();
        assertThat(given.workers().isShutdown()).isTrue();
    }

    @Test
    void mayBeClosedTwice() {
        threads.close();
        assertThatCode(threads::close).doesNotThrowAnyException();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
