package dev.signalbox.domain.cluster;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.workloadKey;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GoodRevisionTest {

    private static GoodRevision seenFor(Duration time) {
        return new GoodRevision(workloadKey("production", "checkout"), "uid", "5f", "v1", NOON, NOON.plus(time));
    }

    @Test
    void isProvenOnceItsProbationIsOver() {
        assertThat(seenFor(GoodRevision.PROBATION).isProven()).isTrue();
        assertThat(seenFor(GoodRevision.PROBATION.plusDays(9)).isProven()).isTrue();
    }

    @Test
    void isNotProvenAMomentEarlierNorWhenSeenOnce() {
        assertThat(seenFor(GoodRevision.PROBATION.minusNanos(1)).isProven()).isFalse();
        assertThat(seenFor(Duration.ZERO).isProven()).isFalse();
    }

    @Test
    void aClockThatWentBackProvesNothing() {
        assertThat(seenFor(Duration.ofHours(-1)).isProven()).isFalse();
    }

    @Test
    void isOneSpanThatGrowsAndNeverShrinks() {
        GoodRevision seen = seenFor(Duration.ofMinutes(1));
        assertThat(seen.still(NOON.plusSeconds(90)).length()).isEqualTo(Duration.ofSeconds(90));
        assertThat(seen.still(NOON.minusSeconds(90))).isEqualTo(seen);
        assertThat(seen.anew(NOON.plusSeconds(90)).length()).isZero();
    }
}
