package dev.signalbox.domain.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Examples;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsualTest {

    @Test
    void nothingIsUsualWithoutSamples() {
        assertThat(Usual.of(List.of())).isEmpty();
    }

    @Test
    void oneSampleIsAllThatIsKnown() {
        Duration only = Duration.ofSeconds(7);
        assertThat(Usual.of(List.of(only))).contains(new Usual(only, only, 1));
    }

    @Test
    void aSingleSlowRunMovesNeitherTheMedianNorTheNinetieth() {
        List<Duration> samples = IntStream.rangeClosed(1, 10)
                .mapToObj(n -> Duration.ofMinutes(n == 10 ? 600 : n))
                .toList();
        assertThat(Usual.of(samples.reversed()))
                .contains(new Usual(Duration.ofMinutes(5), Duration.ofMinutes(9), 10));
    }

    @Test
    void expectsTheEndAfterTheMedian() {
        Usual usual = new Usual(Duration.ofSeconds(90), Duration.ofSeconds(300), 12);
        assertThat(usual.expectedEnd(Examples.NOON)).isEqualTo(Examples.NOON.plusSeconds(90));
    }
}
