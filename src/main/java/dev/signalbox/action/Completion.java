package dev.signalbox.action;

import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Brings an action that may have been sent to its end, by reading only. Used right after sending, after a restart, and
/// when a person asks to check again.
final class Completion {

    private final Outside outside;
    private final Settlement settlement;
    private final RolloutWatch rollouts;
    private final DeploymentWatch deployments;
    private final EnvironmentWatch environments;

    Completion(
            Outside outside, Settlement settlement, RolloutWatch rollouts, DeploymentWatch deployments,
            EnvironmentWatch environments) {
        this.outside = outside;
        this.settlement = settlement;
        this.rollouts = rollouts;
        this.deployments = deployments;
        this.environments = environments;
    }

    /// Whether the step may have changed something, as far as is known.
    static boolean mayHaveEffect(Fate fate) {
        return switch (fate) {
            case INTENDED, APPLIED, UNKNOWN, VERIFIED, NOT_VERIFIED -> true;
            case PENDING, NOT_APPLIED, NOT_SENT -> false;
        };
    }

    /// Settles whether each step that was sent took effect.
    ///
    /// @return how it stands: `VERIFYING` when nothing is left but to watch rollouts
    Phase accept(RunningAction action) throws InterruptedException {
        action.verify("Sent; reading whether it took effect.");
        Phase worst = Phase.VERIFYING;
        for (int i = 0; i < action.plan().steps().size(); i++) {
            Fate fate = action.fate(i);
            if (action.step(i).courtesy() || fate == Fate.VERIFIED) {
                continue;
            }
            if (fate == Fate.PENDING) {
                // Steps before it may have taken effect, so it must be said that this one did not.
                action.tell(i, Fate.NOT_SENT, "Not sent: " + lower(action.step(i).title()) + ".");
            }
            Phase one = mayHaveEffect(fate)
                    ? accept(action, i, fate == Fate.APPLIED || fate == Fate.NOT_VERIFIED)
                    : Phase.FAILED;
            worst = worst == Phase.UNKNOWN || one == Phase.VERIFYING ? worst : one;
        }
        return worst;
    }

    private Phase accept(RunningAction action, int index, boolean answered) throws InterruptedException {
        PlanStep step = action.step(index);
        Settlement.Settled settled = settlement.settle(step.verifies(), answered);
        String words = settled.verdict().words();
        return switch (settled.outcome()) {
            case MET -> {
                if (settled.verdict() instanceof Verdict.Met met && met.run() != null
                        && step.verifies() instanceof Expectation.RunAppears) {
                    action.replan(startedBy(action.plan(), index, met.run().id(), outside));
                }
                if (settled.verdict() instanceof Verdict.Met met && met.deployment() != null) {
                    action.replan(Redeploy.made(action.plan(), met.deployment()));
                }
                if (settled.verdict() instanceof Verdict.Met met && met.request() != null) {
                    action.replan(opened(action.plan(), index, met.request()));
                }
                Fate fate = isFollowed(step.verifies()) ? Fate.APPLIED : Fate.VERIFIED;
                action.tell(index, fate, answered ? words : "Applied (confirmed by reading). " + words);
                yield Phase.VERIFYING;
            }
            case EXCLUDED -> {
                action.tell(
                        index,
                        answered ? Fate.NOT_VERIFIED : Fate.NOT_APPLIED,
                        (answered ? "Applied, but: " : "Not applied (confirmed by reading). ") + words);
                yield Phase.FAILED;
            }
            case OPEN -> {
                action.tell(
                        index,
                        answered ? Fate.NOT_VERIFIED : Fate.UNKNOWN,
                        (answered ? "Accepted by the server, but not seen yet. " : "Still unknown – do not repeat it. ")
                                + words);
                yield Phase.UNKNOWN;
            }
        };
    }

    /// Watches rollouts where there are any, and writes down the end.
    void finish(RunningAction action, Phase accepted) throws InterruptedException {
        Phase end = accepted == Phase.VERIFYING ? Phase.DONE : accepted;
        if (end == Phase.DONE) {
            for (int i = 0; i < action.plan().steps().size() && end == Phase.DONE; i++) {
                end = watch(action, i);
            }
        }
        action.end(end, words(action));
    }

    private Phase watch(RunningAction action, int index) throws InterruptedException {
        RolloutWatch.Result result = switch (action.step(index).verifies()) {
            case Expectation.TemplateIs e -> rollouts.follow(e.workload(), e.uid(), e.hash(), action::say);
            case Expectation.RestartMarked e -> rollouts.follow(e.workload(), e.uid(), null, action::say);
            case Expectation.RunAppears ignored -> RolloutWatch.NONE;
            case Expectation.RunExists ignored -> RolloutWatch.NONE;
            case Expectation.AttemptReached ignored -> RolloutWatch.NONE;
            case Expectation.RunMovesOn ignored -> RolloutWatch.NONE;
            case Expectation.GatePassed ignored -> RolloutWatch.NONE;
            case Expectation.DeploymentAppears e -> deployments.follow(e, action::say);
            case Expectation.EnvironmentStops e ->
                    environments.follow(e, action.record().steps().get(index).words(), action::say);
            case Expectation.BranchIs ignored -> RolloutWatch.NONE;
            case Expectation.RequestOpens ignored -> RolloutWatch.NONE;
            case Expectation.RequestCloses ignored -> RolloutWatch.NONE;
            case Expectation.RunStops ignored -> RolloutWatch.NONE;
            case Expectation.ReviewListed ignored -> RolloutWatch.NONE;
            case Expectation.PausedIs ignored -> RolloutWatch.NONE;
            case Expectation.ReplicasAre ignored -> RolloutWatch.NONE;
            case Expectation.Nothing ignored -> RolloutWatch.NONE;
        };
        return switch (result.ending()) {
            case NONE -> Phase.DONE;
            case DONE -> told(action, index, Fate.VERIFIED, result, Phase.DONE);
            case FAILED, OVERTAKEN -> told(action, index, Fate.NOT_VERIFIED, result, Phase.FAILED);
            case OPEN -> told(action, index, Fate.APPLIED, result, Phase.UNKNOWN);
        };
    }

    private static Phase told(RunningAction action, int index, Fate fate, RolloutWatch.Result result, Phase phase) {
        action.tell(index, fate, result.words());
        return phase;
    }

    /// What the steps tell together. Courtesies speak only where they failed.
    private static String words(RunningAction action) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < action.plan().steps().size(); i++) {
            boolean failedCourtesy = action.step(i).courtesy() && action.fate(i) == Fate.NOT_APPLIED;
            if (!action.step(i).courtesy() || failedCourtesy) {
                words.add(action.record().steps().get(i).words());
            }
        }
        words.removeIf(String::isBlank);
        return String.join(" ", words);
    }

    /// A plan whose dispatch was found to have started `run`: that can be waited for and cancelled.
    static Plan startedBy(Plan plan, int index, RunId run, Outside outside) {
        List<PlanStep> steps = new ArrayList<>(plan.steps());
        PlanStep step = steps.get(index);
        steps.set(index, new PlanStep(
                step.title(), step.request(), new Expectation.RunExists(run), step.verifiedBy(), step.courtesy()));
        String cancel = "Cancel the " + outside.words(run.repository().connection()).run();
        return PlanMaker.with(plan, steps, new Undo.ByIntent(cancel, new Intent.CancelRun(run, 1, false)));
    }

    /// A plan whose request was found: that can be looked at.
    private static Plan opened(Plan plan, int index, ChangeRequest request) {
        List<PlanStep> steps = new ArrayList<>(plan.steps());
        PlanStep step = steps.get(index);
        if (step.verifies() instanceof Expectation.RequestOpens e) {
            steps.set(index, new PlanStep(
                    step.title(), step.request(),
                    new Expectation.RequestOpens(e.repository(), e.branch(), request.number(), request.page()),
                    step.verifiedBy(), step.courtesy()));
        }
        return PlanMaker.with(plan, steps, plan.undo());
    }

    private static String lower(String title) {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    private static boolean isFollowed(Expectation expectation) {
        return expectation instanceof Expectation.TemplateIs || expectation instanceof Expectation.RestartMarked
                || expectation instanceof Expectation.DeploymentAppears
                || expectation instanceof Expectation.EnvironmentStops;
    }
}
