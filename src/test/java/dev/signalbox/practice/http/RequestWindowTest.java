package dev.signalbox.practice.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.http.RequestWindow.Reading;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestWindowTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RequestWindow window = new RequestWindow(2, MINUTE, NOON);

    @Test
    void countsBeyondTheLimitAndLeavesNeverLessThanNothing() {
        assertThat(window.count(NOON)).isTrue();
        assertThat(window.count(NOON)).isTrue();
        assertThat(window.at(NOON)).isEqualTo(new Reading(2, 0, NOON.plus(MINUTE)));
        assertThat(window.count(NOON)).isFalse();
        assertThat(window.at(NOON)).isEqualTo(new Reading(3, 0, NOON.plus(MINUTE)));
    }

    @Test
    void beginsAnewWhenItIsOverAndNotBefore() {
        window.count(NOON);
        assertThat(window.at(NOON.plusMillis(59_999)).observed()).isEqualTo(1);
        assertThat(window.at(NOON.plus(MINUTE))).isEqualTo(new Reading(0, 2, NOON.plus(MINUTE).plus(MINUTE)));
    }

    @Test
    void isUsedUpUntilAMomentAndThenAsLongAsEver() {
        window.exhaust(NOON.plusSeconds(10));
        assertThat(window.count(NOON.plusSeconds(9))).isFalse();
        assertThat(window.count(NOON.plusSeconds(10))).isTrue();
        assertThat(window.at(NOON.plusSeconds(10)).resetsAt()).isEqualTo(NOON.plusSeconds(70));
    }

    @Test
    void canBeRefilledAtOnce() {
        window.exhaust(NOON.plus(Duration.ofHours(1)));
        window.refill(NOON);
        assertThat(window.at(NOON)).isEqualTo(new Reading(0, 2, NOON.plus(MINUTE)));
    }

    @Test
    void tellsHowLongItGoesOnWithoutTurning() {
        assertThat(window.left(NOON.plusSeconds(20))).isEqualTo(Duration.ofSeconds(40));
        assertThat(window.left(NOON.plusSeconds(70))).isEqualTo(Duration.ofSeconds(-10));
    }
}
