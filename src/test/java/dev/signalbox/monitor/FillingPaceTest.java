package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.SampleActions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FillingPaceTest {

    private static final Instant RESET = NOON.plusSeconds(1_800);

    private static ApiBudget budget(int limit, int remaining) {
        return new ApiBudget(limit, remaining, RESET, NOON);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 1_000, 5_000, 15_000})
    void neverUsesMoreThanItsShareOfTheHour(int limit) {
        Duration between = FillingPace.between(budget(limit, limit));
        double inAnHour = 3_600.0 / between.toMillis() * 1_000;
        assertThat(inAnHour).isLessThanOrEqualTo(Math.max(6, limit * FillingPace.SHARE) + 0.01);
        assertThat(FillingPace.SHARE).isLessThan(PollRates.NORMAL_SHARE / 4);
    }

    @Test
    void isModestWhereNoLimitIsTold() {
        assertThat(FillingPace.between(null)).isEqualTo(FillingPace.UNLIMITED);
        assertThat(FillingPace.maySpend(null, NOON)).isTrue();
    }

    @Test
    void whatWasDoneIsFollowedForAWhileThoughTheClockWasSetBack() {
        ConsoleState state = new Reducer().apply(ConsoleState.EMPTY, List.of(new Change.ActionRecorded(new ActionRecord(
                SampleActions.restart("p1"), "ada", NOON, ActionRecord.Phase.DONE, List.of(), "", NOON))));
        assertThat(FillingPace.isBusy(state, NOON.plusSeconds(29))).isTrue();
        assertThat(FillingPace.isBusy(state, NOON.plusSeconds(30))).isFalse();
        assertThat(FillingPace.isBusy(state, NOON.minusSeconds(3_600))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"5000, true", "4500, true", "4000, false", "900, false", "0, false"})
    void spendsOnlyWhileNormalWorkIsWithinItsShare(int remaining, boolean may) {
        // Half of the hour is over: normal work may have used 15 %.
        assertThat(FillingPace.maySpend(budget(5_000, remaining), NOON)).isEqualTo(may);
    }
}
