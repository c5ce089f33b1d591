package dev.signalbox.action;

import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.port.RemoteFailure;
import java.util.List;

/// Holds a rollout where it is.
final class PauseRollout {

    private final WorkloadPlans plans;

    PauseRollout(WorkloadPlans plans) {
        this.plans = plans;
    }

    Plan prepare(Intent.PauseRollout intent) throws RemoteFailure, Refusal {
        if (intent.workload().kind() != WorkloadKind.DEPLOYMENT) {
            throw new Refusal(
                    "A " + intent.workload().kind().kind() + " cannot be held.", "Only Deployments can be paused.");
        }
        WorkloadPlans.Sight sight = plans.look(intent, ClusterVerb.PATCH_WORKLOAD);
        Workload fresh = sight.fresh();
        if (fresh.paused()) {
            throw new Refusal(
                    Words.name(fresh.key().name()) + " is held already" + Words.by(fresh.lastChange()) + ".",
                    "There is nothing to pause.");
        }
        String service = Words.name(sight.place().service());
        return plans.plan(
                intent,
                sight,
                new WorkloadPlans.Doing(
                        "Pause the rollout of " + service,
                        sight.cluster().commands().pause(fresh, true),
                        new Expectation.PausedIs(
                                fresh.key(), fresh.uid(), true, Expectation.SpecBefore.of(fresh)),
                        "The rollout is held.",
                        List.of(),
                        new Undo.ByIntent(
                                "Resume the rollout of " + service,
                                new Intent.ResumeRollout(fresh.key(), fresh.uid(), fresh.generation() + 1)),
                        List.of("While it is held, new versions do not roll out, and its progress deadline does not run."),
                        "Paused",
                        ""));
    }
}
