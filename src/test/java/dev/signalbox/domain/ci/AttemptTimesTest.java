package dev.signalbox.domain.ci;

import static dev.signalbox.testing.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.AttemptTimes.Span;
import dev.signalbox.testing.Examples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttemptTimesTest {

    private static final AttemptTimes THREE =
            new AttemptTimes(3, Map.of(1, NOON, 2, NOON.plusSeconds(100), 3, NOON.plusSeconds(200)));

    @Test
    void findsTheAttemptDuringWhichSomethingWasMade() {
        assertThat(THREE.at(NOON.plusSeconds(99))).isEqualTo(new Span(1, 1));
        assertThat(THREE.at(NOON.plusSeconds(100))).isEqualTo(new Span(2, 2));
        assertThat(THREE.at(NOON.plusSeconds(9_000))).isEqualTo(new Span(3, 3));
        assertThat(THREE.at(NOON.minusSeconds(5))).as("by a clock that is off").isEqualTo(new Span(1, 1));
    }

    @Test
    void tellsNoMoreThanItCan() {
        AttemptTimes gap = new AttemptTimes(4, Map.of(4, NOON));
        assertThat(gap.at(NOON.minusSeconds(1))).isEqualTo(new Span(1, 3));
        assertThat(gap.at(NOON)).isEqualTo(new Span(4, 4));
        assertThat(gap.at(null)).isEqualTo(new Span(1, 4));
        assertThat(new AttemptTimes(2, Map.of()).at(NOON)).isEqualTo(new Span(1, 2));
    }

    @Test
    void isCertainOfARunWithOneAttempt() {
        assertThat(new AttemptTimes(1, Map.of()).at(null)).isEqualTo(new Span(1, 1));
    }

    @Test
    void readsTimesFromTheRunItself() {
        Run latest = Examples.run(9, 3, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON);
        Run second = Examples.run(9, 2, RunStatus.COMPLETED, Conclusion.FAILURE, NOON.minusSeconds(600));
        assertThat(AttemptTimes.of(latest, List.of(second)).begins())
                .containsExactlyInAnyOrderEntriesOf(Map.of(3, NOON.minusSeconds(80), 2, NOON.minusSeconds(680)));
    }

    @Test
    void saysWhichAttemptsItMayBe() {
        assertThat(new Span(2, 2).words()).isEqualTo("attempt 2");
        assertThat(new Span(1, 2).words()).isEqualTo("attempt 1 or 2");
        assertThat(new Span(1, 4).words()).isEqualTo("one of attempts 1 to 4");
        assertThat(new Span(1, 2).isCertain()).isFalse();
        assertThat(new Span(2, 4).holds(1)).isFalse();
        assertThat(new Span(2, 4).holds(4)).isTrue();
    }
}
