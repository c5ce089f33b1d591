package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import java.time.Instant;
import java.util.List;

/// A cancellation that was sent and accepted.
final class Cancelling {

    private Cancelling() {}

    static ConsoleState tried(ConsoleState state, RunId run, Instant at) {
        Plan plan = new Plan(
                new PlanId("cancel"), new Intent.CancelRun(run, 1, false), "Cancel", "run", "", new Guard.Press(),
                List.of(),
                List.of(), new Undo.Impossible("It can be run again."), List.of(), List.of(), "cancel:" + run.number(),
                at);
        return RunsFixture.with(state, new Change.ActionRecorded(new ActionRecord(
                plan, "release-mgr", at, ActionRecord.Phase.DONE, List.of(), "accepted", at)));
    }
}
