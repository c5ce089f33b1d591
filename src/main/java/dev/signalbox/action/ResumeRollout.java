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

/// Lets a held rollout go on.
final class ResumeRollout {

    private final WorkloadPlans plans;

    ResumeRollout(WorkloadPlans plans) {
        this.plans = plans;
    }

    Plan prepare(Intent.ResumeRollout intent) throws RemoteFailure, Refusal {
        if (intent.workload().kind() != WorkloadKind.DEPLOYMENT) {
            throw new Refusal(
                    "A " + intent.workload().kind().kind() + " cannot be held.", "Only Deployments can be paused.");
        }
        WorkloadPlans.Sight sight = plans.look(intent, ClusterVerb.PATCH_WORKLOAD);
        Workload fresh = sight.fresh();
        if (!fresh.paused()) {
            throw new Refusal(
                    Words.name(fresh.key().name()) + " is not held" + Words.by(fresh.lastChange()) + ".",
                    "There is nothing to resume.");
        }
        String service = Words.name(sight.place().service());
        return plans.plan(
                intent,
                sight,
                new WorkloadPlans.Doing(
                        "Resume the rollout of " + service,
                        sight.cluster().commands().pause(fresh, false),
                        new Expectation.PausedIs(
                                fresh.key(), fresh.uid(), false, Expectation.SpecBefore.of(fresh)),
                        "The rollout is not held.",
                        List.of(),
                        new Undo.ByIntent(
                                "Pause the rollout of " + service,
                                new Intent.PauseRollout(fresh.key(), fresh.uid(), fresh.generation() + 1)),
                        List.of("What was changed while it was held rolls out now."),
                        "Resumed",
                        ""));
    }
}
