package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ApiBudget;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollRatesTest {

    private static ApiBudget left(int remaining) {
        return new ApiBudget(5000, remaining, NOON.plus(Duration.ofMinutes(30)), NOON);
    }

    private static PollRates rates(int repositories, int active, int remaining) {
        return PollRates.of(repositories, active, left(remaining), NOON);
    }

    @Test
    void aFewActiveRepositoriesAreReadWithinFiveSeconds() {
        assertThat(rates(30, 5, 4800).active()).isLessThan(Duration.ofMillis(4000));
    }

    @Test
    void manyActiveRepositoriesShareTheRate() {
        assertThat(rates(200, 40, 4800).active()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void quietRepositoriesWaitLongerTheMoreThereAre() {
        assertThat(rates(10, 0, 5000).idle(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(rates(100, 0, 5000).idle(1)).isEqualTo(Duration.ofSeconds(50));
        assertThat(rates(100_000, 0, 5000).idle(1)).isEqualTo(PollRates.IDLE_MAX);
    }

    @Test
    void busyRepositoriesAreReadMoreOftenThanSleepyOnes() {
        PollRates rates = rates(100, 0, 5000);

        assertThat(rates.idle(4)).isLessThan(rates.idle(0.1));
    }

    @Test
    void runsThatWaitForPeopleShareATenthOfTheRate() {
        assertThat(rates(10, 5, 4800).pending(2)).isEqualTo(Duration.ofSeconds(4));
        assertThat(rates(10, 5, 4800).pending(100)).isEqualTo(Duration.ofSeconds(200));
    }

    @Test
    void stretchesIdleReadingWhenTheHourlyShareRunsOut() {
        assertThat(rates(100, 0, 4250).stretch()).isEqualTo(1.0);
        assertThat(rates(100, 0, 2750).stretch()).isEqualTo(3.0);
        assertThat(rates(100, 0, 2750).idle(1)).isEqualTo(Duration.ofSeconds(150));
    }

    @Test
    void theLastFifthOfTheLimitIsKeptForActions() {
        assertThat(PollRates.isReserved(left(999), NOON)).isTrue();
        assertThat(PollRates.isReserved(left(1001), NOON)).isFalse();
        assertThat(PollRates.isReserved(left(0), NOON.plus(Duration.ofHours(1)))).isFalse();
        assertThat(PollRates.isReserved(null, NOON)).isFalse();
    }
}
