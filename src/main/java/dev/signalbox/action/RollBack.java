package dev.signalbox.action;

import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.port.RemoteFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts an earlier revision of a workload back.
final class RollBack {

    private final WorkloadPlans plans;

    RollBack(WorkloadPlans plans) {
        this.plans = plans;
    }

    Plan prepare(Intent.RollBack intent) throws RemoteFailure, Refusal {
        WorkloadPlans.Sight sight = plans.look(intent, ClusterVerb.PATCH_WORKLOAD);
        Workload fresh = sight.fresh();
        String name = Words.name(fresh.key().name());
        if (fresh.paused()) {
            throw new Refusal(name + " is paused: a rollback would wait unseen.", "Resume it first, then roll back.");
        }
        Revision target = fresh.revisions().stream()
                .filter(r -> r.uid().equals(intent.revisionUid()) && r.hash().equals(intent.hash()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "The revision " + Words.name(intent.version()) + " is not kept any more.",
                        "Choose another revision, or deploy that version through its pipeline."));
        if (target.current()) {
            throw new Refusal(
                    name + " already is " + Words.name(target.version()) + Words.by(fresh.lastChange()) + ".",
                    "There is nothing to roll back.");
        }
        Optional<Revision> left = fresh.currentRevision();
        String from = left.map(r -> Words.name(r.version())).orElse(Words.version(fresh));
        String to = Words.name(target.version());
        PlannedRequest request = sight.cluster().commands().rollBack(
                fresh, target.uid(), cause(fresh, from, to, intent.reason()));
        return plans.plan(
                intent,
                sight,
                new WorkloadPlans.Doing(
                        "Roll back " + Words.name(sight.place().service()) + " to " + to,
                        request,
                        new Expectation.TemplateIs(fresh.key(), fresh.uid(), target.hash(), fresh.generation()),
                        "The pod template is that of " + to + " and every pod of it becomes available.",
                        List.of(
                                new Precondition.NotPaused(fresh.key()),
                                new Precondition.RevisionKept(fresh.key(), target.uid(), target.hash())),
                        undo(fresh, left, from),
                        warnings(fresh, left, target),
                        "RolledBack",
                        ""));
    }

    private String cause(Workload fresh, String from, String to, String reason) {
        String why = reason.isBlank() ? "" : ": " + Words.name(reason);
        return "rollback " + fresh.key().name() + " " + from + " -> " + to + " by " + plans.operator() + why;
    }

    private static Undo undo(Workload fresh, Optional<Revision> left, String from) {
        return left.<Undo>map(r -> new Undo.ByIntent(
                "Roll forward to " + from,
                new Intent.RollBack(
                        fresh.key(), fresh.uid(), fresh.generation() + 1, r.uid(), r.hash(), r.version(),
                        "undo of the rollback")))
                .orElseGet(() -> new Undo.Impossible("The cluster does not tell which revision runs now."));
    }

    private List<String> warnings(Workload fresh, Optional<Revision> left, Revision target) {
        List<String> warnings = new ArrayList<>(WorkloadWarnings.ofTemplateChange(fresh));
        boolean wasGood = plans.good(fresh.key()).stream()
                .anyMatch(g -> g.workloadUid().equals(fresh.uid()) && g.hash().equals(target.hash()) && g.isProven());
        if (!wasGood) {
            warnings.add(Words.name(target.version()) + " was never seen healthy from here.");
        }
        plans.good(fresh.key()).stream()
                .filter(g -> g.workloadUid().equals(fresh.uid()) && g.isProven())
                .filter(g -> left.filter(r -> r.hash().equals(g.hash())).isEmpty())
                .findFirst()
                .map(GoodRevision::version)
                .filter(v -> !wasGood)
                .ifPresent(v -> warnings.add("Last seen healthy: " + Words.name(v) + "."));
        if (target.containers().equals(fresh.containers())) {
            warnings.add("Both revisions have the same images: only other settings of the template differ.");
        }
        return List.copyOf(warnings);
    }
}
