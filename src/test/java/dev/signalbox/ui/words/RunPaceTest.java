package dev.signalbox.ui.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.Usual;
import dev.signalbox.testing.Examples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunPaceTest {

    private static final Instant START = Examples.NOON;
    private static final Usual SEVEN = new Usual(Duration.ofMinutes(7), Duration.ofMinutes(8), 9);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0   | usually 7 m 00 s, about 7 m left                  | false",
        "61  | usually 7 m 00 s, about 6 m left                  | false",
        "240 | usually 7 m 00 s, about 3 m left                  | false",
        "301 | usually 7 m 00 s, about 2 m left                  | false",
        "400 | usually 7 m 00 s, about 20 s left                 | false",
        "418 | usually 7 m 00 s, should be over any moment       | false",
        "470 | usually 7 m 00 s, should be over any moment       | false",
        "540 | usually 7 m 00 s, 2 m longer than usual           | true"
    })
    void saysWhatIsLeftWhileTheRunGoesOn(long seconds, String words, boolean late) {
        RunPace pace = RunPace.of(run(RunStatus.IN_PROGRESS, Conclusion.NONE, 0), SEVEN, START.plusSeconds(seconds));
        assertThat(pace.words()).isEqualTo(words);
        assertThat(pace.late()).isEqualTo(late);
        assertThat(pace.expected()).isEqualTo(START.plusSeconds(420));
    }

    @Test
    void saysOfARunThatIsOverOnlyWhatIsNotable() {
        assertThat(RunPace.of(run(RunStatus.COMPLETED, Conclusion.SUCCESS, 430), SEVEN, START.plusSeconds(9_999)))
                .isEqualTo(new RunPace("usually 7 m 00 s", "", false, null));
        assertThat(RunPace.of(run(RunStatus.COMPLETED, Conclusion.SUCCESS, 600), SEVEN, START.plusSeconds(9_999)))
                .isEqualTo(new RunPace("usually 7 m 00 s", "3 m longer than usual", true, null));
        assertThat(
                RunPace.of(run(RunStatus.COMPLETED, Conclusion.FAILURE, 600), SEVEN, START.plusSeconds(9_999)).late())
                .as("a failure is the news").isFalse();
    }

    @Test
    void doesNotBlameARunThatWaitsForPeople() {
        assertThat(RunPace.of(run(RunStatus.WAITING, Conclusion.NONE, 0), SEVEN, START.plusSeconds(9_999)))
                .isEqualTo(new RunPace("usually 7 m 00 s", "", false, null));
    }

    @Test
    void callsATrifleNothing() {
        Usual quick = new Usual(Duration.ofSeconds(4), Duration.ofSeconds(5), 20);
        RunPace pace = RunPace.of(run(RunStatus.IN_PROGRESS, Conclusion.NONE, 0), quick, START.plusSeconds(30));
        assertThat(pace.late()).isFalse();
        assertThat(RunPace.of(run(RunStatus.IN_PROGRESS, Conclusion.NONE, 0), quick, START.plusSeconds(36)).late())
                .isTrue();
    }

    @Test
    void saysNothingWhenNothingIsKnown() {
        assertThat(RunPace.of(run(RunStatus.IN_PROGRESS, Conclusion.NONE, 0), null, START))
                .isEqualTo(RunPace.UNKNOWN);
    }

    private static Run run(RunStatus status, Conclusion conclusion, long took) {
        return new Run(
                Examples.runId(641), 1, 7, "CI", ".github/workflows/ci.yml", 641, "Tune", "push", status, conclusion,
                "main", "abc", "ada", "ada", START, START, START.plusSeconds(took), null);
    }
}
