package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import java.util.Optional;

/// What must be so whatever broke, once no console is at work any more.
final class Invariants {

    private Invariants() {}

    /// @param record as the journal has it; absent when it has none
    static void hold(World world, String intent, Optional<ActionRecord> record, String where) {
        assertThat(world.changes()).as("changes, %s", where).isLessThanOrEqualTo(1);
        assertThat(world.violations()).as("sent without a record, %s", where).isEmpty();
        boolean changed = world.changes() == 1;
        if (record.isEmpty()) {
            assertThat(changed).as("changed without a record, %s", where).isFalse();
            return;
        }
        ActionRecord action = record.get();
        assertThat(action.phase().isEnd()).as("unfinished, %s", where).isTrue();
        assertThat(action.words()).as(where).isNotBlank();
        Fate fate = action.steps().getFirst().fate();
        String told = where + ": " + action.phase() + " " + fate + " “" + action.words() + "”";
        switch (fate) {
            case APPLIED, VERIFIED, NOT_VERIFIED -> {
                assertThat(changed).as(told).isTrue();
                assertThat(world.hasEffect(intent)).as(told).isTrue();
            }
            case NOT_APPLIED, NOT_SENT -> assertThat(changed).as(told).isFalse();
            case UNKNOWN -> assertThat(action.phase()).as(told).isIn(Phase.UNKNOWN, Phase.CLOSED);
            case PENDING -> assertThat(action.phase()).as(told).isEqualTo(Phase.STOPPED);
            case INTENDED -> throw new AssertionError(told);
        }
        switch (action.phase()) {
            case DONE -> assertThat(changed).as(told).isTrue();
            case STOPPED -> assertThat(changed).as(told).isFalse();
            default -> {}
        }
    }
}
