package dev.signalbox.action;

import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.port.RemoteFailure;
import java.util.ArrayList;
import java.util.List;

/// Changes the number of pods.
final class ScaleWorkload {

    /// More is taken for a slip of the finger.
    private static final int MOST = 1_000;

    private final WorkloadPlans plans;

    ScaleWorkload(WorkloadPlans plans) {
        this.plans = plans;
    }

    Plan prepare(Intent.ScaleWorkload intent) throws RemoteFailure, Refusal {
        if (intent.workload().kind() == WorkloadKind.DAEMON_SET) {
            throw new Refusal("A DaemonSet has one pod on each node.", "Change its node selector instead.");
        }
        if (intent.to() < 0 || intent.to() > MOST) {
            throw new Refusal(intent.to() + " pods cannot be asked for.", "Choose a number from 0 to " + MOST + ".");
        }
        WorkloadPlans.Sight sight = plans.look(intent, ClusterVerb.SCALE_WORKLOAD);
        Workload fresh = sight.fresh();
        int now = fresh.replicas().desired();
        if (now == intent.to()) {
            throw new Refusal(
                    Words.name(fresh.key().name()) + " already wants " + pods(now) + Words.by(fresh.lastChange()) + ".",
                    "There is nothing to change.");
        }
        return plans.plan(
                intent,
                sight,
                new WorkloadPlans.Doing(
                        "Scale " + Words.name(sight.place().service()) + " from " + now + " to " + pods(intent.to()),
                        sight.cluster().commands().scale(fresh, intent.to()),
                        new Expectation.ReplicasAre(
                                fresh.key(), fresh.uid(), intent.to(), Expectation.SpecBefore.of(fresh)),
                        "It wants " + pods(intent.to()) + ".",
                        List.of(),
                        new Undo.ByIntent(
                                "Scale back to " + pods(now),
                                new Intent.ScaleWorkload(
                                        fresh.key(), fresh.uid(), fresh.generation() + 1, intent.to(), now)),
                        warnings(intent, now),
                        "Scaled",
                        ""));
    }

    private static List<String> warnings(Intent.ScaleWorkload intent, int now) {
        List<String> warnings = new ArrayList<>();
        if (intent.to() == 0) {
            warnings.add("With no pods nothing answers any more.");
        }
        if (now != intent.from()) {
            warnings.add("It wants " + pods(now) + " by now; the screen showed " + intent.from() + ".");
        }
        warnings.add("An autoscaler that looks after it will change the number again.");
        return List.copyOf(warnings);
    }

    private static String pods(int number) {
        return number == 1 ? "1 pod" : number + " pods";
    }
}
