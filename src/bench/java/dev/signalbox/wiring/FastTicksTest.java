package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FastTicksTest {

    @Test
    void aDayPassesInSeconds() throws InterruptedException {
        CountDownLatch rang = new CountDownLatch(3);
        try (FastTicks ticks = new FastTicks("fast", 1_000_000)) {
            ticks.schedule(rang::countDown, 1, TimeUnit.DAYS);
            ScheduledFuture<?> daily = ticks.scheduleAtFixedRate(rang::countDown, 1, 1_000, TimeUnit.DAYS);
            ScheduledFuture<?> nightly = ticks.scheduleWithFixedDelay(rang::countDown, 1, 1_000, TimeUnit.DAYS);

            assertThat(rang.await(20, TimeUnit.SECONDS)).isTrue();
            daily.cancel(false);
            nightly.cancel(false);
        }
    }

    @Test
    void isNotAheadOfItsTime() {
        try (FastTicks ticks = new FastTicks("fast", 10)) {
            ScheduledFuture<?> later = ticks.schedule(() -> {}, 10, TimeUnit.HOURS);

            assertThat(later.getDelay(TimeUnit.MINUTES)).isBetween(58L, 60L);
            later.cancel(false);
            assertThat(ticks.getQueue()).isEmpty();
        }
    }
}
