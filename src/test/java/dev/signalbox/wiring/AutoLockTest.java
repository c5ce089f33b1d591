package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AutoLockTest {

    private Instant wall = Instant.parse("2026-03-01T10:00:00Z");
    private long tick;
    private final AutoLock lock = new AutoLock(() -> wall, () -> tick);

    private void pass(Duration time) {
        for (long s = 0; s < time.toSeconds(); s++) {
            wall = wall.plusSeconds(1);
            tick += 1_000_000_000L;
            if (s + 1 < time.toSeconds()) {
                lock.isDue();
            }
        }
    }

    @Test
    void isDueAfterFiveMinutesWithoutInput() {
        pass(Duration.ofSeconds(299));
        assertThat(lock.isDue()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(lock.isDue()).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(lock.isDue()).as("once, until somebody touches it again").isFalse();
    }

    @Test
    void aTouchBeginsAnew() {
        pass(Duration.ofSeconds(299));
        lock.touched();
        pass(Duration.ofSeconds(299));
        assertThat(lock.isDue()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(lock.isDue()).isTrue();
    }

    @Test
    void aPersonChoosesHowLong() {
        lock.after(Duration.ofMinutes(1));
        assertThat(lock.after()).isEqualTo(Duration.ofMinutes(1));
        pass(Duration.ofSeconds(59));
        assertThat(lock.isDue()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(lock.isDue()).isTrue();
    }

    @Test
    void neverMeansNeverWhileAwake() {
        lock.after(Duration.ZERO);
        pass(Duration.ofHours(2));
        assertThat(lock.isDue()).isFalse();
    }

    @Test
    void isDueAfterSleepWhereTheTickerStandsStill() {
        lock.after(Duration.ZERO);
        assertThat(lock.isDue()).isFalse();
        wall = wall.plusSeconds(61);
        tick += 500_000_000L;
        assertThat(lock.isDue()).isTrue();
        assertThat(lock.isDue()).as("once for each sleep").isFalse();
    }

    @Test
    void isDueAfterSleepWhereTheTickerGoesOn() {
        lock.after(Duration.ZERO);
        tick += Duration.ofMinutes(3).toNanos();
        assertThat(lock.isDue()).isTrue();
    }

    @Test
    void aClockThatIsSetBackIsNoSleep() {
        wall = wall.minusSeconds(7_200);
        tick += 1_000_000_000L;
        assertThat(lock.isDue()).isFalse();
    }
}
