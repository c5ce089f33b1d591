package dev.signalbox.action;

import dev.signalbox.domain.ci.Conclusion;
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

/// Runs a finished run again: all of it, what failed, or one job.
final class RerunRun {

    /// Who reads logs of a repository also reads what debug logging adds to them.
    private static final String DEBUG =
            "Debug logging writes more into the logs, which everybody who may read the repository can see.";

    private final Outside outside;
    private final PlanMaker maker;

    RerunRun(Outside outside, PlanMaker maker) {
        this.outside = outside;
        this.maker = maker;
    }

    Plan prepare(Intent.RerunRun intent) throws RemoteFailure, Refusal {
        RunSight sight = RunSight.of(outside, intent.run(), intent.attempt());
        Run run = sight.run();
        if (run.status() != RunStatus.COMPLETED) {
            throw new Refusal(sight.name() + " has not finished.", "Wait for it, or cancel it first.");
        }
        if (intent.scope() instanceof Intent.RerunRun.Scope.Failed && run.conclusion() == Conclusion.SUCCESS) {
            throw new Refusal("No job of " + sight.name() + " failed.", "Run all of it again instead.");
        }
        String what = switch (intent.scope()) {
            case Intent.RerunRun.Scope.All ignored -> "all jobs";
            case Intent.RerunRun.Scope.Failed ignored -> "the failed jobs";
            case Intent.RerunRun.Scope.OneJob job -> "job " + Words.name(job.name()) + " and what depends on it";
        };
        String how = intent.debug() ? " with debug logging" : "";
        int next = run.attempt() + 1;
        PlanStep step = new PlanStep(
                "Run " + what + " again" + how,
                sight.ci().commands().rerun(intent),
                new Expectation.AttemptReached(run.id(), next),
                sight.name() + " is at attempt " + next + ".",
                false);
        return maker.plan(
                intent,
                new PlanMaker.Head(
                        "Run " + what + " of " + sight.name() + " again" + how, sight.repository(), "",
                        new Guard.Press()),
                new PlanMaker.Body(
                        List.of(
                                new Precondition.RunIs(run.id(), run.attempt(), run.headSha()),
                                new Precondition.RunFinished(run.id(), run.attempt())),
                        List.of(step),
                        new Undo.Impossible("A new attempt cannot be taken back; it can be cancelled while it runs."),
                        List.of("attempt " + run.attempt() + " → " + next + " of commit "
                                + Words.commit(run.headSha())),
                        intent.debug() ? List.of(DEBUG) : List.of(),
                        ""));
    }
}
