package dev.signalbox.domain.plan;

import static dev.signalbox.testing.SampleActions.restart;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTest {

    @Test
    void mayBeConfirmedUntilItsShelfLifeIsOver() {
        Plan plan = restart("p1");

        assertThat(plan.isExpiredAt(plan.preparedAt())).isFalse();
        assertThat(plan.isExpiredAt(plan.preparedAt().plus(Plan.SHELF_LIFE))).isFalse();
        assertThat(plan.isExpiredAt(plan.preparedAt().plus(Plan.SHELF_LIFE).plusNanos(1))).isTrue();
    }

    @Test
    void aClockThatWentBackDoesNotExpireAPlan() {
        Plan plan = restart("p1");

        assertThat(plan.isExpiredAt(plan.preparedAt().minusSeconds(3600))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"CHECKING", "SENDING", "VERIFYING"})
    void anActionStillGoesOnInTheseStages(Phase phase) {
        assertThat(phase.isEnd()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"CHECKING", "SENDING", "VERIFYING"}, mode = EnumSource.Mode.EXCLUDE)
    void anActionEndsInEveryOtherStageEvenIfNobodyKnowsItsFate(Phase phase) {
        assertThat(phase.isEnd()).isTrue();
    }
}
