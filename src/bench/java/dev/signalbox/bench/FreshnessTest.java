package dev.signalbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Freshness<String> freshness = new Freshness<>(Duration.ofMillis(500));

    @Test
    void aChangeIsAsOldAsItWasWhenItWasSeen() {
        freshness.changed("run 1", NOON);
        freshness.settle(change -> false, NOON.plusSeconds(1));
        freshness.settle(change -> true, NOON.plusSeconds(2));
        freshness.settle(change -> true, NOON.plusSeconds(60));

        assertThat(freshness.nanosAt(NOON.plusSeconds(3_600))).containsExactly(Duration.ofMillis(2_500).toNanos());
    }

    @Test
    void aChangeThatIsNeverSeenIsAsOldAsTheWatchingLasted() {
        freshness.changed("run 1", NOON);
        freshness.changed("run 2", NOON);
        freshness.settle("run 1"::equals, NOON.plusSeconds(1));

        assertThat(freshness.nanosAt(NOON.plusSeconds(1_200))).containsExactly(
                Duration.ofMillis(1_500).toNanos(), Duration.ofMillis(1_200_500).toNanos());
    }
}
