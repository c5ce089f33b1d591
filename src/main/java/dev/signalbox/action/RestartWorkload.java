package dev.signalbox.action;

import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.port.RemoteFailure;
import java.util.List;

/// Replaces all pods of a workload one by one with the same template.
final class RestartWorkload {

    private final WorkloadPlans plans;

    RestartWorkload(WorkloadPlans plans) {
        this.plans = plans;
    }

    Plan prepare(Intent.RestartWorkload intent) throws RemoteFailure, Refusal {
        WorkloadPlans.Sight sight = plans.look(intent, ClusterVerb.PATCH_WORKLOAD);
        Workload fresh = sight.fresh();
        if (fresh.paused()) {
            throw new Refusal(
                    Words.name(fresh.key().name()) + " is paused: its pods would not be replaced.", "Resume it first.");
        }
        String mark = plans.mark();
        return plans.plan(
                intent,
                sight,
                new WorkloadPlans.Doing(
                        "Restart " + Words.name(sight.place().service()),
                        sight.cluster().commands().restart(fresh, mark),
                        new Expectation.RestartMarked(
                                fresh.key(), fresh.uid(), mark, Expectation.SpecBefore.of(fresh)),
                        "The pod template carries the mark and every pod is replaced.",
                        List.of(new Precondition.NotPaused(fresh.key())),
                        new Undo.Impossible("Pods that were replaced do not come back; the template stays the same."),
                        WorkloadWarnings.ofTemplateChange(fresh),
                        "Restarted",
                        mark));
    }
}
