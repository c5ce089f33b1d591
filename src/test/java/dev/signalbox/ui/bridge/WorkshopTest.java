package dev.signalbox.ui.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkshopTest {

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> screen = new ArrayDeque<>();
    private final List<Integer> worked = new ArrayList<>();
    private final List<String> delivered = new ArrayList<>();
    private final Workshop<Integer, String> workshop =
            new Workshop<>(background::add, screen::add, this::work, delivered::add);

    private String work(Integer order) {
        worked.add(order);
        if (order == 13) {
            throw new IllegalStateException("a bug");
        }
        return "made " + order;
    }

    private static void runAll(Queue<Runnable> queue) {
        for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
            next.run();
        }
    }

    @Test
    void makesOnlyTheNewestOfTheOrdersThatWait() {
        for (int i = 0; i < 1_000; i++) {
            workshop.want(i);
        }
        assertThat(background).hasSize(1);
        runAll(background);
        runAll(screen);

        assertThat(worked).containsExactly(999);
        assertThat(delivered).containsExactly("made 999");
    }

    /// The threads behind the screen may be gone before its last event.
    @Test
    void takesOrdersWithoutAWordWhenTheConsoleCloses() {
        Workshop<Integer, String> closing = new Workshop<>(
                work -> {
                    throw new RejectedExecutionException("closed");
                }, screen::add, this::work, delivered::add);

        assertThatCode(() -> {
            closing.want(1);
            closing.want(2);
        }).doesNotThrowAnyException();
        assertThat(delivered).isEmpty();
    }

    @Test
    void nothingIsWorkedOrDeliveredOnTheCallersThread() {
        workshop.want(1);
        assertThat(worked).isEmpty();
        runAll(background);
        assertThat(delivered).isEmpty();
        runAll(screen);
        assertThat(delivered).containsExactly("made 1");
    }

    @Test
    void deliversOnlyTheNewestOfTheProductsThatWait() {
        workshop.want(1);
        runAll(background);
        workshop.want(2);
        runAll(background);
        assertThat(screen).hasSize(1);
        runAll(screen);

        assertThat(delivered).containsExactly("made 2");
    }

    @Test
    void anOrderThatComesWhileItWorksIsMadeNext() {
        List<Integer> made = new ArrayList<>();
        List<Workshop<Integer, Integer>> self = new ArrayList<>();
        Workshop<Integer, Integer> busy = new Workshop<>(background::add, screen::add, order -> {
            made.add(order);
            if (order < 3) {
                self.getFirst().want(order + 1);
            }
            return order;
        }, order -> {});
        self.add(busy);
        busy.want(1);
        runAll(background);

        assertThat(made).containsExactly(1, 2, 3);
    }

    @Test
    void aBugInOneOrderDoesNotCloseTheWorkshop() {
        workshop.want(13);
        assertThatThrownBy(() -> runAll(background)).hasMessage("a bug");
        workshop.want(14);
        runAll(background);
        runAll(screen);

        assertThat(delivered).containsExactly("made 14");
    }

    @Test
    void whatWasOrderedDuringABugIsMade() {
        List<Workshop<Integer, Integer>> self = new ArrayList<>();
        List<Integer> products = new ArrayList<>();
        Workshop<Integer, Integer> buggy = new Workshop<>(background::add, screen::add, order -> {
            if (order == 1) {
                self.getFirst().want(2);
                throw new IllegalStateException("a bug");
            }
            return order;
        }, products::add);
        self.add(buggy);
        buggy.want(1);
        assertThatThrownBy(() -> runAll(background)).hasMessage("a bug");
        runAll(background);
        runAll(screen);

        assertThat(products).containsExactly(2);
    }

    @Test
    void withEverythingOnOneThreadTheProductIsThereAtOnce() {
        Workshop<Integer, String> direct = new Workshop<>(Runnable::run, Runnable::run, this::work, delivered::add);
        direct.want(5);

        assertThat(delivered).containsExactly("made 5");
    }

    @Test
    void endsWithTheNewestOrderAndNeverWorksTwiceAtOnce() throws InterruptedException {
        CountDownLatch last = new CountDownLatch(1);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor(); var fx = Executors.newSingleThreadExecutor()) {
            Workshop<Integer, Integer> threaded = new Workshop<>(workers, fx, order -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                atOnce.decrementAndGet();
                return order;
            }, order -> {
                if (order == 20_000) {
                    last.countDown();
                }
            });
            for (int i = 1; i <= 20_000; i++) {
                threaded.want(i);
            }
            assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most).hasValue(1);
    }
}
