package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// When links begin to be heard of that the system hands over.
class HearingTest {

    private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();
    private final Consumer<Consumer<String>> system = heard -> heard.accept("signalbox://runs");
    private final Door door = Door.closed("");

    @Test
    void nothingIsLoadedForItBeforeThereIsAWindow() {
        Hearing hearing = new Hearing(system, rest -> happened.add("rests"));
        // So that waiting ends at once.
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> hearing.beginHere(door, happened::add)).isInstanceOf(InterruptedException.class);
        assertThat(happened).isEmpty();
    }

    @Test
    void itBeginsSomeSecondsAfterTheFirstWindowOfWhicheverKind() throws Exception {
        List<Consumer<Door>> kinds = List.of(d -> d.keep(() -> {}), d -> d.answer(link -> {}));
        for (Consumer<Door> kind : kinds) {
            Door first = Door.closed("");
            kind.accept(first);
            try (Hearing hearing = new Hearing(system, rest -> happened.add("rests " + rest))) {
                hearing.begin(first, happened::add);
                assertThat(happened.poll(30, TimeUnit.SECONDS)).isEqualTo("rests PT5S");
                assertThat(happened.poll(30, TimeUnit.SECONDS)).isEqualTo("signalbox://runs");
            }
        }
    }

    @Test
    void itDoesNotBeginOnceTheLastWindowHasGone() throws Exception {
        BlockingQueue<Thread> resting = new LinkedBlockingQueue<>();
        Hearing hearing = new Hearing(system, rest -> {
            resting.add(Thread.currentThread());
            new CountDownLatch(1).await();
        });
        door.keep(() -> {});
        hearing.begin(door, happened::add);
        Thread thread = resting.take();
        hearing.close();

        assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
        assertThat(happened).isEmpty();
    }

    @Test
    void whereTheSystemHandsNothingOverThereIsNothingToBegin() {
        try (Hearing hearing = Hearing.of("Linux")) {
            hearing.begin(door, happened::add);
        }
        assertThat(happened).isEmpty();
    }
}
