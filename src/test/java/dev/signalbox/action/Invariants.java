package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.ActionRecord.StepRecord;
import java.util.List;
import java.util.Optional;

/// What must be so whatever broke, once no console is at work any more.
final class Invariants {

    private Invariants() {}

    /// @param record as the journal has it; absent when it has none
    static void hold(World world, String intent, Optional<ActionRecord> record, String where) {
        assertThat(world.violations()).as("sent without a record, %s", where).isEmpty();
        if (record.isEmpty()) {
            assertThat(world.changes()).as("changed without a record, %s", where).isZero();
            return;
        }
        ActionRecord action = record.get();
        List<StepRecord> steps = action.steps().stream()
                .filter(step -> !action.plan().steps().get(step.index()).courtesy())
                .toList();
        assertThat(world.changes()).as("changes, %s", where).isLessThanOrEqualTo(steps.size());
        assertThat(world.made()).as("made twice, %s", where).doesNotHaveDuplicates();
        assertThat(action.phase().isEnd()).as("unfinished, %s", where).isTrue();
        assertThat(action.words()).as(where).isNotBlank();
        int changed = 0;
        for (StepRecord step : steps) {
            boolean made = steps.size() == 1
                    ? world.changes() == 1
                    : world.made().contains(action.plan().steps().get(step.index()).request());
            changed += made ? 1 : 0;
            hold(action, step.fate(), made, where);
            if (steps.size() == 1 && Completion.mayHaveEffect(step.fate()) && step.fate() != Fate.UNKNOWN) {
                assertThat(world.hasEffect(intent)).as(where).isTrue();
            }
        }
        String told = where + ": " + action.phase() + " “" + action.words() + "”";
        switch (action.phase()) {
            case DONE -> {
                assertThat(changed).as(told).isEqualTo(steps.size());
                assertThat(world.hasEffect(intent)).as(told).isTrue();
            }
            case STOPPED -> assertThat(changed).as(told).isZero();
            default -> {}
        }
    }

    private static void hold(ActionRecord action, Fate fate, boolean changed, String where) {
        String told = where + ": " + action.phase() + " " + fate + " “" + action.words() + "”";
        switch (fate) {
            case APPLIED, VERIFIED, NOT_VERIFIED -> assertThat(changed).as(told).isTrue();
            case NOT_APPLIED, NOT_SENT -> assertThat(changed).as(told).isFalse();
            case UNKNOWN -> assertThat(action.phase()).as(told).isIn(Phase.UNKNOWN, Phase.CLOSED);
            case PENDING -> assertThat(action.phase()).as(told).isEqualTo(Phase.STOPPED);
            case INTENDED -> throw new AssertionError(told);
        }
    }
}
