package dev.signalbox.action;

import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiWords;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.port.RemoteFailure;
import java.util.List;
import java.util.Optional;

/// Stops a run.
final class CancelRun {

    private final Outside outside;
    private final PlanMaker maker;

    CancelRun(Outside outside, PlanMaker maker) {
        this.outside = outside;
        this.maker = maker;
    }

    Plan prepare(Intent.CancelRun intent) throws RemoteFailure, Refusal {
        RunSight sight = RunSight.of(outside, intent.run(), intent.attempt());
        Run run = sight.run();
        if (run.status() == RunStatus.COMPLETED) {
            throw new Refusal(sight.name() + " has finished already.", "There is nothing to stop.");
        }
        Optional<String> unable =
                intent.force() ? sight.ci().capabilities().get().whyNot(CiAbility.FORCE_CANCEL) : Optional.empty();
        if (unable.isPresent()) {
            throw new Refusal(unable.get(), "Cancel it without force.");
        }
        CiWords words = sight.words();
        String verb = intent.force() ? "Force " + sight.name() + " to stop" : "Cancel " + sight.name();
        PlanStep step = new PlanStep(
                verb,
                sight.ci().commands().cancel(intent),
                new Expectation.RunStops(run.id(), run.attempt()),
                sight.name() + " comes to its end.",
                false);
        return maker.plan(
                intent,
                new PlanMaker.Head(verb, sight.repository(), "", new Guard.Press()),
                new PlanMaker.Body(
                        List.of(
                                new Precondition.RunIs(run.id(), run.attempt(), run.headSha()),
                                new Precondition.RunUnfinished(run.id(), run.attempt())),
                        List.of(step),
                        new Undo.Impossible("A stopped " + words.run() + " does not go on; it can be run again."),
                        List.of(words.attemptOf(run.attempt(), Words.commit(run.headSha())) + " stops"),
                        warnings(intent),
                        ""));
    }

    private static List<String> warnings(Intent.CancelRun intent) {
        return intent.force()
                ? List.of(
                        "By force, steps that clean up (always()) are not run: locks and half-done deploys may be left behind.")
                : List.of("A deploy that is under way stops where it is.");
    }
}
