package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// When memory that nothing needs any more is given back.
class SpareMemoryTest {

    private Duration now = Duration.ofDays(-1);
    private Duration touched = now;
    private int collections;
    private final SpareMemory spare =
            new SpareMemory(() -> now.toNanos(), () -> now.minus(touched), () -> collections++);

    @Test
    void aStartIsLeftAloneUntilItHasSettled() {
        pass(SpareMemory.SETTLED.minusMillis(1));
        assertThat(collections).isZero();

        pass(Duration.ofMillis(1));
        assertThat(collections).isOne();
    }

    @Test
    void whoeverUsesTheConsoleIsNotStopped() {
        for (int i = 0; i < 60; i++) {
            touched = now;
            pass(Duration.ofSeconds(1));
        }
        assertThat(collections).isZero();

        pass(SpareMemory.UNTOUCHED.minusSeconds(1));
        assertThat(collections).as("after a pause").isOne();
    }

    @Test
    void itIsDoneNowAndAgainAndNotAllTheTime() {
        pass(SpareMemory.SETTLED);
        for (Duration end = now.plus(SpareMemory.AGAIN); now.compareTo(end) < 0;) {
            assertThat(collections).isOne();
            pass(SpareMemory.EVERY);
        }
        assertThat(collections).isEqualTo(2);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        spare.step();
    }
}
