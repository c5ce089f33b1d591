package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WakingTest {

    private final Store store = new Store(new Reducer(), Runnable::run);

    @Test
    void whoWantsToKnowIsToldAndEverythingIsReadAgain() {
        List<String> heard = new ArrayList<>();
        Waking waking = new Waking();
        waking.tell(() -> heard.add("sheet"));
        try (Threads threads = new Threads()) {
            waking.wake(threads, () -> heard.add("refresh"));
        }
        assertThat(heard).containsExactly("sheet", "refresh");
    }

    @Test
    void aJumpOfTheClockWakesIt() throws Exception {
        CountDownLatch awake = new CountDownLatch(1);
        Machine here = Machine.here();
        // Every look finds the clock on the wall an hour further.
        long[] hours = new long[1];
        Machine jumping = new Machine(
                here.system(), Map.of(), here.home(), () -> here.clock().instant().plusSeconds(3_600 * hours[0]++),
                here.ticker(), here.random(), here.operator());
        try (Threads threads = new Threads()) {
            new Waking().watch(jumping, threads, store, awake::countDown);
            assertThat(awake.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whereTimePassesFasterNobodySleeps() {
        ScheduledThreadPoolExecutor ticks = new ScheduledThreadPoolExecutor(1);
        try (Threads fast = new Threads(ticks, Executors.newSingleThreadScheduledExecutor())) {
            new Waking().watch(Machine.here(), fast, store, () -> {});
            assertThat(ticks.getQueue()).isEmpty();
            assertThat(ticks.getTaskCount()).isZero();
        }
    }
}
