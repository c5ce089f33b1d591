package dev.signalbox.ui.activity;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.SampleActions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Actions for the tests of this screen, by what is different about them.
final class Actions {

    private Actions() {}

    /// A roll-back of checkout in production.
    static ActionRecord rollBack(String id, Phase phase, long age, @Nullable Duration took, Fate... fates) {
        return SampleActions.record(SampleActions.rollBack(id), phase, "said", age, took, fates);
    }

    /// A restart of the mailer in staging, which cannot be taken back.
    static ActionRecord restart(String id, Phase phase, long age, @Nullable Duration took, Fate... fates) {
        return SampleActions.record(SampleActions.restart(id), phase, "said", age, took, fates);
    }

    static ActionRecord titled(String id, String title, String subject, String words) {
        return SampleActions.record(
                with(SampleActions.restart(id), title, subject, "staging", null), Phase.DONE, words, 60,
                Duration.ofSeconds(5), Fate.VERIFIED);
    }

    static Plan with(Plan plan, String title, String subject, String environment, @Nullable Undo undo) {
        return new Plan(
                new PlanId(plan.id().text()), plan.intent(), title, subject, environment, plan.guard(),
                plan.preconditions(), plan.steps(), undo == null ? plan.undo() : undo, plan.preview(), plan.warnings(),
                plan.key(), plan.preparedAt());
    }

    static ConsoleState state(ActionRecord... actions) {
        List<Change> changes = Arrays.stream(actions).<Change>map(Change.ActionRecorded::new).toList();
        return new Reducer().apply(ConsoleState.EMPTY, changes);
    }
}
