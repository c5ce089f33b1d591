package dev.signalbox.action;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Owner;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.port.Cluster;
import dev.signalbox.port.RemoteFailure;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What the plans on a workload have in common: reading it, asking whether we may, the dry run, the Event left behind.
final class WorkloadPlans {

    private final Outside outside;
    private final Places places;
    private final Together together;
    private final PlanMaker maker;
    private final Function<WorkloadKey, List<GoodRevision>> good;
    private final InstantSource clock;
    private final String operator;

    /// @param good revisions of a workload that were seen healthy
    /// @param operator the name left in the cluster's records
    WorkloadPlans(
            Outside outside,
            Places places,
            Together together,
            PlanMaker maker,
            Function<WorkloadKey, List<GoodRevision>> good,
            InstantSource clock,
            String operator) {
        this.outside = outside;
        this.places = places;
        this.together = together;
        this.maker = maker;
        this.good = good;
        this.clock = clock;
        this.operator = operator;
    }

    String operator() {
        return operator;
    }

    String mark() {
        return clock.instant().toString();
    }

    List<GoodRevision> good(WorkloadKey workload) {
        return good.apply(workload);
    }

    /// Reads the workload as it is now; refuses when it is another object or we may not do this.
    Sight look(Intent.OnWorkload intent, ClusterVerb verb) throws RemoteFailure, Refusal {
        WorkloadKey key = intent.workload();
        if (places.isReadOnly(key)) {
            throw new Refusal(
                    "The board says that " + Words.name(key.cluster().name()) + " is looked at only.",
                    "Change it through its pipeline, or take the cluster out of “read-only” in the board file.");
        }
        Cluster cluster = outside.cluster(key.cluster());
        Together.Begun<Permit> permit = together.begin(() -> cluster.workloads().permit(PermitKey.of(key, verb)));
        Workload fresh = cluster.workloads().one(key);
        if (!fresh.uid().equals(intent.uid())) {
            throw new Refusal(
                    Words.name(key.name()) + " is another object now: it was deleted and made anew.",
                    "Look at it on the board anew.");
        }
        try {
            if (permit.value().isHeld()) {
                throw new Refusal(permit.value().reason(), permit.value().advice());
            }
            if (!permit.value().allowed()) {
                throw new Refusal(
                        "This account may not change " + Words.name(key.shortName()) + ": "
                                + Words.name(permit.value().reason()) + ".",
                        "Ask for the verb patch on " + key.kind().plural() + " in " + Words.name(key.namespace())
                                + ".");
            }
        } catch (RemoteFailure unanswered) {
            // A review that does not answer forbids nothing: the dry run will tell.
        }
        return new Sight(cluster, fresh, places.of(key, cluster.production()),
                WorkloadWarnings.of(fresh, cluster.caution(), clock.instant()));
    }

    Plan plan(Intent.OnWorkload intent, Sight sight, Doing doing) throws RemoteFailure, Refusal {
        Workload fresh = sight.fresh();
        List<String> warnings = new ArrayList<>(sight.warnings());
        warnings.addAll(doing.warnings());
        List<String> preview = preview(sight, doing.request(), warnings);
        List<Precondition> preconditions = new ArrayList<>();
        preconditions.add(new Precondition.WorkloadIs(fresh.key(), fresh.uid(), fresh.generation()));
        preconditions.addAll(doing.preconditions());
        PlanStep change =
                new PlanStep(doing.title(), doing.request(), doing.expectation(), doing.verifiedBy(), false);
        PlanStep event = new PlanStep(
                "Leave an Event on " + Words.name(fresh.key().shortName()),
                sight.cluster().commands().event(
                        fresh, doing.reason(), doing.title() + " by " + operator, clock.instant()),
                new Expectation.Nothing(),
                "Nothing is read: it is a courtesy to those who look at the cluster.",
                true);
        return maker.plan(
                intent,
                new PlanMaker.Head(
                        doing.title(), sight.place().subject(fresh.key()), sight.place().environment(), guard(sight)),
                new PlanMaker.Body(
                        List.copyOf(preconditions),
                        List.of(change, event),
                        doing.undo(),
                        preview,
                        List.copyOf(warnings),
                        doing.passing()));
    }

    private static List<String> preview(Sight sight, PlannedRequest request, List<String> warnings)
            throws RemoteFailure, Refusal {
        try {
            return sight.cluster().commands().dryRun(request, sight.fresh());
        } catch (RemoteFailure e) {
            if (e.problem() instanceof RemoteProblem.Rejected rejected) {
                if (rejected.detail().toLowerCase(java.util.Locale.ROOT).contains("dry run")) {
                    warnings.add("No preview: something in the cluster does not take part in dry runs.");
                    return List.of();
                }
                throw new Refusal("The cluster would refuse it: " + rejected.detail(), "Change what was asked for.");
            }
            throw e;
        }
    }

    /// Production asks for its name; so does what somebody else looks after, where the usual answer is no.
    private static Guard guard(Sight sight) {
        if (sight.place().production()) {
            return new Guard.TypeName(sight.place().environment());
        }
        return sight.fresh().owner().kind() == Owner.Kind.NOBODY
                ? new Guard.Press()
                : new Guard.TypeName(sight.fresh().key().name());
    }

    /// A workload as just read.
    record Sight(Cluster cluster, Workload fresh, Place place, List<String> warnings) {}

    /// What is done to it.
    ///
    /// @param reason of the Event, one word
    /// @param passing text in the request that is different each time
    record Doing(
            String title,
            PlannedRequest request,
            Expectation expectation,
            String verifiedBy,
            List<Precondition> preconditions,
            Undo undo,
            List<String> warnings,
            String reason,
            String passing) {}
}
