package dev.signalbox.domain;

import static dev.signalbox.testing.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final RemoteProblem DOWN = new RemoteProblem.ServerFault("no answer", 502);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void startsWithNeitherAValueNorAProblem() {
        Reading<String> never = Reading.never();

        assertThat(never.value()).isNull();
        assertThat(never.problem()).isNull();
        assertThat(never.or("nothing")).isEqualTo("nothing");
    }

    @Test
    void aFirstFailureLeavesNoValueButItsReason() {
        Reading<String> failed = Reading.<String>never().after(new Answer.Bad<>(DOWN, NOON));

        assertThat(failed).isEqualTo(new Reading<String>(null, null, DOWN, NOON));
    }

    @Test
    void aFailureKeepsTheValueAndTheTimeItWasRead() {
        Reading<String> stale = Reading.of("v1", NOON).after(new Answer.Bad<>(DOWN, NOON.plusSeconds(9)));

        assertThat(stale).isEqualTo(new Reading<>("v1", NOON, DOWN, NOON.plusSeconds(9)));
        assertThat(stale.or("nothing")).isEqualTo("v1");
    }

    @Test
    void theNewestOfSeveralFailuresIsTheOneShown() {
        RemoteProblem gone = new RemoteProblem.NotFound("gone");
        Reading<String> twice = Reading.of("v1", NOON)
                .after(new Answer.Bad<>(DOWN, NOON.plusSeconds(1)))
                .after(new Answer.Bad<>(gone, NOON.plusSeconds(2)));

        assertThat(twice.problem()).isEqualTo(gone);
        assertThat(twice.problemAt()).isEqualTo(NOON.plusSeconds(2));
    }

    @Test
    void aSuccessForgetsTheProblemAndItsTime() {
        Reading<String> again = Reading.<String>never()
                .after(new Answer.Bad<>(DOWN, NOON))
                .after(new Answer.Good<>("v2", NOON.plusSeconds(5)));

        assertThat(again).isEqualTo(Reading.of("v2", NOON.plusSeconds(5)));
    }

    @Test
    void isOldOnlyOnceTheLimitHasPassed() {
        Reading<String> read = Reading.of("v1", NOON);

        assertThat(read.isOlderThan(LIMIT, NOON)).isFalse();
        assertThat(read.isOlderThan(LIMIT, NOON.plus(LIMIT))).isFalse();
        assertThat(read.isOlderThan(LIMIT, NOON.plus(LIMIT).plusNanos(1))).isTrue();
    }

    @Test
    void whatWasNeverReadIsOlderThanAnyLimit() {
        Reading<String> failed = Reading.<String>never().after(new Answer.Bad<>(DOWN, NOON));

        assertThat(failed.isOlderThan(Duration.ofDays(999), NOON)).isTrue();
    }

    @Test
    void aFailedAttemptDoesNotMakeAValueYounger() {
        Reading<String> stale = Reading.of("v1", NOON).after(new Answer.Bad<>(DOWN, NOON.plusSeconds(60)));

        assertThat(stale.isOlderThan(LIMIT, NOON.plusSeconds(61))).isTrue();
    }

    @Test
    void aClockThatWentBackDoesNotMakeAValueOld() {
        assertThat(Reading.of("v1", NOON).isOlderThan(Duration.ZERO, NOON.minusSeconds(60))).isFalse();
    }
}
