package dev.signalbox.action;

import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.ActionRecord.StepRecord;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.state.ConsoleState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A change of ours that took effect and was put back afterwards, by a GitOps controller, an autoscaler or a person.
/// Pure: what the watch of the cluster saw is enough, nothing is read for it.
///
/// @param step the step that no longer holds
record PutBack(ActionRecord action, int step, String words) {

    /// How long after its end an action is looked after: longer than the usual interval of a GitOps controller.
    static final Duration WATCHED = Duration.ofMinutes(10);

    /// Those of the actions in `state` that were put back and do not say so yet.
    static List<PutBack> in(ConsoleState state, Instant now) {
        List<PutBack> found = new ArrayList<>();
        for (ActionRecord action : state.actions().values()) {
            Instant end = action.endedAt();
            if (action.phase() == Phase.DONE && end != null && !end.plus(WATCHED).isBefore(now)
                    && action.plan().intent() instanceof Intent.OnWorkload done
                    && action.plan().undo() instanceof Undo.ByIntent undo
                    && !followed(action, done.workload(), state.actions().values())) {
                Workload seen = state.workload(done.workload()).value();
                if (seen != null && isBefore(seen, undo.intent())) {
                    settled(action).ifPresent(step -> found.add(new PutBack(action, step.index(), words(seen))));
                }
            }
        }
        return List.copyOf(found);
    }

    /// Whether the workload is again as it was. One change of ours moves the generation by one, putting it back by one
    /// more: an older picture of the workload cannot be mistaken for that.
    private static boolean isBefore(Workload seen, Intent undo) {
        return switch (undo) {
            case Intent.RollBack back -> seen.uid().equals(back.uid()) && seen.generation() > back.generation()
                    && seen.currentRevision().filter(r -> r.hash().equals(back.hash())).isPresent();
            case Intent.PauseRollout back ->
                    seen.uid().equals(back.uid()) && seen.generation() > back.generation() && seen.paused();
            case Intent.ResumeRollout back ->
                    seen.uid().equals(back.uid()) && seen.generation() > back.generation() && !seen.paused();
            case Intent.ScaleWorkload back -> seen.uid().equals(back.uid()) && seen.generation() > back.generation()
                    && seen.replicas().desired() == back.to();
            case Intent.RestartWorkload ignored -> false;
            case Intent.TriggerRun ignored -> false;
            case Intent.RerunRun ignored -> false;
            case Intent.CancelRun ignored -> false;
            case Intent.ReviewDeployment ignored -> false;
            case Intent.Redeploy ignored -> false;
            case Intent.StopEnvironment ignored -> false;
            case Intent.ProposeTeamFile ignored -> false;
            case Intent.WithdrawProposal ignored -> false;
        };
    }

    /// Whether somebody at this console did something else to the workload since.
    private static boolean followed(ActionRecord action, WorkloadKey workload, Collection<ActionRecord> all) {
        return all.stream().anyMatch(other -> other.confirmedAt().isAfter(action.confirmedAt())
                && other.phase() != Phase.STOPPED
                && other.plan().intent() instanceof Intent.OnWorkload later
                && later.workload().equals(workload));
    }

    private static Optional<StepRecord> settled(ActionRecord action) {
        return action.steps().stream()
                .filter(s -> s.fate() == Fate.VERIFIED && !action.plan().steps().get(s.index()).courtesy())
                .findFirst();
    }

    private static String words(Workload seen) {
        return "Applied, then put back" + Words.by(seen.lastChange()) + ": it runs " + Words.version(seen) + " now.";
    }
}
