package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HostGateTest {

    private final HostGate gate = new HostGate(2, Duration.ZERO, System::nanoTime);
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());

    private static HostGate.Place read(HostGate gate, Priority priority) throws Exception {
        return gate.read(priority, Duration.ofMinutes(1));
    }

    private Future<?> enter(ExecutorService threads, Priority priority, String name, int waitingThen) throws Exception {
        Future<?> future = threads.submit(() -> {
            try (HostGate.Place place = read(gate, priority)) {
                order.add(name);
            }
            return null;
        });
        assertThat(gate.awaitWaiting(waitingThen, Duration.ofSeconds(5))).isTrue();
        return future;
    }

    @Test
    void theMostUrgentIsNextAndAmongEqualsTheFirst() throws Exception {
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            HostGate.Place first = read(gate, Priority.ACTION);
            HostGate.Place second = read(gate, Priority.ACTION);
            all.add(enter(threads, Priority.BACKGROUND, "background 1", 1));
            all.add(enter(threads, Priority.BACKGROUND, "background 2", 2));
            all.add(enter(threads, Priority.FOREGROUND, "screen", 3));
            all.add(enter(threads, Priority.ACTION, "action", 4));
            first.close();
            second.close();
            for (Future<?> one : all) {
                one.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(order).containsExactly("action", "screen", "background 1", "background 2");
        assertThat(gate.taken()).isZero();
    }

    @Test
    void onePlaceIsKeptForActions() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            HostGate.Place background = read(gate, Priority.BACKGROUND);
            Future<?> waits = enter(threads, Priority.FOREGROUND, "screen", 1);
            HostGate.Place action = read(gate, Priority.ACTION);
            assertThat(gate.taken()).isEqualTo(2);
            assertThat(waits.isDone()).isFalse();
            action.close();
            background.close();
            waits.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void aWaiterThatGivesUpLetsTheNextOneIn() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            HostGate.Place held = read(gate, Priority.BACKGROUND);
            Future<?> first = threads.submit(() -> {
                assertThatThrownBy(() -> read(gate, Priority.FOREGROUND)).isInstanceOf(InterruptedException.class);
                gone.countDown();
            });
            assertThat(gate.awaitWaiting(1, Duration.ofSeconds(5))).isTrue();
            Future<?> next = enter(threads, Priority.BACKGROUND, "next", 2);
            first.cancel(true);
            assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
            held.close();
            next.get(30, TimeUnit.SECONDS);
            assertThat(order).containsExactly("next");
        }
    }

    @Test
    void whoGetsNoPlaceInTimeGivesUpAndAPlaceIsGivenBackOnce() throws Exception {
        HostGate.Place held = read(gate, Priority.BACKGROUND);
        assertThatThrownBy(() -> gate.read(Priority.FOREGROUND, Duration.ofMillis(20)))
                .isInstanceOf(TimeoutException.class);
        held.close();
        held.close();
        assertThat(gate.taken()).isZero();
        read(gate, Priority.FOREGROUND).close();
    }

    @Test
    void aSingleServerPlaceServesEveryone() throws Exception {
        HostGate narrow = new HostGate(1, Duration.ZERO, System::nanoTime);
        read(narrow, Priority.BACKGROUND).close();
        narrow.write().close();
        assertThat(narrow.taken()).isZero();
    }

    @Test
    void anInterruptedWriteGivesItsTurnBack() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(gate::write).isInstanceOf(InterruptedException.class);
        gate.write().close();
        assertThat(gate.taken()).isZero();
    }

    @Test
    @Timeout(60)
    void aReadDoesNotWaitForTheTurnOfAWrite() throws Exception {
        HostGate apart = new HostGate(2, Duration.ofHours(1), System::nanoTime);
        apart.write().close();
        read(apart, Priority.BACKGROUND).close();
        assertThat(apart.taken()).isZero();
    }

    @Test
    void writesStartApart() throws Exception {
        HostGate apart = new HostGate(2, Duration.ofMillis(250), System::nanoTime);
        long begun = System.nanoTime();
        apart.write().close();
        apart.write().close();
        apart.write().close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }
}
