package dev.signalbox.action;

import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiCapabilities;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs a finished run again: all of it, what failed, or one job.
final class RerunRun {

    /// Who reads logs of a repository also reads what debug logging adds to them.
    private static final String DEBUG =
            "Debug logging writes more into the logs, which everybody who may read the repository can see.";

    private final Outside outside;
    private final Places places;
    private final PlanMaker maker;

    RerunRun(Outside outside, Places places, PlanMaker maker) {
        this.outside = outside;
        this.places = places;
        this.maker = maker;
    }

    Plan prepare(Intent.RerunRun intent) throws RemoteFailure, Refusal {
        RunSight sight = RunSight.of(outside, intent.run(), intent.attempt());
        Run run = sight.run();
        if (run.status() != RunStatus.COMPLETED) {
            throw new Refusal(sight.name() + " has not finished.", "Wait for it, or cancel it first.");
        }
        CiCapabilities can = sight.ci().capabilities().get();
        String startNew = "Start a new " + sight.words().run() + " instead.";
        if (intent.scope() instanceof Intent.RerunRun.Scope.Failed && run.conclusion() == Conclusion.SUCCESS) {
            throw new Refusal(
                    "No job of " + sight.name() + " failed.",
                    can.whyNot(CiAbility.RERUN_ALL).isEmpty() ? "Run all of it again instead." : startNew);
        }
        Optional<String> unable = unable(intent, can);
        if (unable.isPresent()) {
            throw new Refusal(unable.get(), startNew);
        }
        String what = switch (intent.scope()) {
            case Intent.RerunRun.Scope.All ignored -> "all jobs";
            case Intent.RerunRun.Scope.Failed ignored -> "the failed jobs";
            case Intent.RerunRun.Scope.OneJob job -> "job " + Words.name(job.name()) + " and what depends on it";
        };
        String how = intent.debug() ? " with debug logging" : "";
        Effect effect = effect(sight);
        RerunReach reach = RerunReach.of(sight.ci(), places, run, intent.scope());
        List<String> warnings = new ArrayList<>(reach.warnings());
        if (intent.debug()) {
            warnings.add(DEBUG);
        }
        PlanStep step = new PlanStep(
                "Run " + what + " again" + how,
                sight.ci().commands().rerun(intent),
                effect.expected(),
                effect.words(),
                false);
        return maker.plan(
                intent,
                new PlanMaker.Head(
                        "Run " + what + " of " + sight.name() + " again" + how, sight.repository(),
                        reach.production().isEmpty() ? "" : reach.production().getFirst(),
                        reach.production().isEmpty()
                                ? new Guard.Press()
                                : new Guard.TypeName(reach.production().getFirst())),
                new PlanMaker.Body(
                        effect.preconditions(),
                        List.of(step),
                        new Undo.Impossible(
                                "What is run again cannot be taken back; it can be cancelled while it runs."),
                        List.of(effect.preview() + " of commit " + Words.commit(run.headSha())),
                        List.copyOf(warnings),
                        ""));
    }

    private static Optional<String> unable(Intent.RerunRun intent, CiCapabilities can) {
        CiAbility scope = switch (intent.scope()) {
            case Intent.RerunRun.Scope.All ignored -> CiAbility.RERUN_ALL;
            case Intent.RerunRun.Scope.Failed ignored -> CiAbility.RERUN_FAILED;
            case Intent.RerunRun.Scope.OneJob ignored -> CiAbility.RERUN_ONE_JOB;
        };
        return can.whyNot(scope)
                .or(() -> intent.debug() ? can.whyNot(CiAbility.DEBUG_RERUN) : Optional.empty());
    }

    /// Where a rerun makes an attempt, its number tells what happened. Elsewhere the run's last change has to.
    private static Effect effect(RunSight sight) {
        Run run = sight.run();
        Precondition same = new Precondition.RunIs(run.id(), run.attempt(), run.headSha());
        Precondition finished = new Precondition.RunFinished(run.id(), run.attempt());
        if (sight.ci().capabilities().get().attempts()) {
            int next = run.attempt() + 1;
            return new Effect(
                    new Expectation.AttemptReached(run.id(), next),
                    sight.name() + " is at attempt " + next + ".",
                    List.of(same, finished),
                    "attempt " + run.attempt() + " → " + next);
        }
        Instant last = run.updatedAt() == null ? Instant.EPOCH : run.updatedAt();
        return new Effect(
                new Expectation.RunMovesOn(run.id(), last),
                sight.name() + " goes on.",
                run.updatedAt() == null
                        ? List.of(same, finished)
                        : List.of(same, finished, new Precondition.RunUntouched(run.id(), last)),
                "new jobs in the same " + sight.words().run());
    }

    private record Effect(
            Expectation expected, String words, List<Precondition> preconditions, String preview) {}
}
