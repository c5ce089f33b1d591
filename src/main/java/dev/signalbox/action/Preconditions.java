package dev.signalbox.action;

import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.port.Approvals;
import dev.signalbox.port.RemoteFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Reads again, just before the first request leaves, whether all that a plan stands on is still so. Everything is read
/// at once, and nothing twice: this is on the way from the click to the wire.
final class Preconditions {

    private final Outside outside;
    private final Together together;

    Preconditions(Outside outside, Together together) {
        this.outside = outside;
        this.together = together;
    }

    /// What was read, and what moved: empty when nothing did.
    Reread read(List<Precondition> preconditions) throws RemoteFailure {
        Map<Object, Together.Begun<?>> begun = new HashMap<>();
        for (Precondition precondition : preconditions) {
            begin(precondition, preconditions, begun);
        }
        Map<WorkloadKey, Workload> workloads = new HashMap<>();
        for (Precondition precondition : preconditions) {
            Optional<String> moved = moved(precondition, begun, workloads);
            if (moved.isPresent()) {
                return new Reread(moved, Map.copyOf(workloads));
            }
        }
        return new Reread(Optional.empty(), Map.copyOf(workloads));
    }

    private void begin(Precondition precondition, List<Precondition> all, Map<Object, Together.Begun<?>> begun)
            throws RemoteFailure {
        switch (precondition) {
            case Precondition.RunIs p -> beginRun(p.run(), begun);
            case Precondition.RunUnfinished p -> beginRun(p.run(), begun);
            case Precondition.RunFinished p -> beginRun(p.run(), begun);
            case Precondition.RunUntouched p -> beginRun(p.run(), begun);
            case Precondition.AwaitsReview p -> {
                Approvals approvals = outside.provider(p.run().repository().connection()).approvals();
                begun.computeIfAbsent(p, key -> together.begin(() -> approvals.pending(p.run())));
            }
            case Precondition.DeploymentKept p ->
                    begun.put(p, deployments(new Place(p.repository(), environment(p.repository(), all)), begun));
            case Precondition.EnvironmentRuns p ->
                    begun.put(p, deployments(new Place(p.repository(), p.environment()), begun));
            case Precondition.NoneUnderWay p ->
                    begun.put(p, deployments(new Place(p.repository(), p.environment()), begun));
            case Precondition.EnvironmentInUse p -> {
                var environments = outside.provider(p.repository().connection()).environments();
                begun.computeIfAbsent(p, key -> together.begin(() -> environments.of(p.repository())));
            }
            case Precondition.WorkflowActive p -> {
                var workflows = outside.provider(p.repository().connection()).workflows();
                begun.computeIfAbsent(p, key -> together.begin(() -> workflows.of(p.repository())));
            }
            case Precondition.TeamFileAt p -> {
                var team = outside.team(p.place());
                begun.computeIfAbsent(p, key -> together.begin(() -> Optional.of(team.head().commit())));
            }
            case Precondition.BranchAt p -> {
                var team = outside.team(p.place());
                begun.computeIfAbsent(p, key -> together.begin(() -> team.branch(p.branch())));
            }
            case Precondition.RequestIs p -> {
                var ci = outside.provider(p.repository().connection());
                begun.computeIfAbsent(
                        p, key -> together.begin(() -> ProposalSight.open(ci, p.repository(), p.branch())));
            }
            case Precondition.WorkloadIs p -> beginWorkload(p.workload(), all, begun);
            case Precondition.NotPaused p -> beginWorkload(p.workload(), all, begun);
            case Precondition.RevisionKept p -> beginWorkload(p.workload(), all, begun);
        }
    }

    private void beginRun(RunId run, Map<Object, Together.Begun<?>> begun) throws RemoteFailure {
        var runs = outside.provider(run.repository().connection()).runs();
        begun.computeIfAbsent(run, key -> together.begin(() -> runs.one(run)));
    }

    /// @param environment empty for all of them
    private record Place(RepositoryId repository, String environment) {}

    /// The environment in which something is to be deployed again.
    private static String environment(RepositoryId repository, List<Precondition> all) {
        return all.stream()
                .filter(p -> p instanceof Precondition.EnvironmentRuns runs && runs.repository().equals(repository))
                .map(p -> ((Precondition.EnvironmentRuns) p).environment())
                .findFirst()
                .orElse("");
    }

    private Together.Begun<?> deployments(Place place, Map<Object, Together.Begun<?>> begun) throws RemoteFailure {
        var deployments = outside.provider(place.repository().connection()).deployments();
        return begun.computeIfAbsent(
                place,
                key -> together.begin(() -> place.environment().isEmpty()
                        ? deployments.recent(place.repository())
                        : deployments.to(place.repository(), place.environment())));
    }

    private void beginWorkload(WorkloadKey workload, List<Precondition> all, Map<Object, Together.Begun<?>> begun)
            throws RemoteFailure {
        var workloads = outside.cluster(workload.cluster()).workloads();
        boolean needsRevisions = all.stream()
                .anyMatch(p -> p instanceof Precondition.RevisionKept kept && kept.workload().equals(workload));
        begun.computeIfAbsent(
                workload,
                key -> together.begin(
                        () -> needsRevisions ? workloads.withRevisions(workload) : workloads.spec(workload)));
    }

    private Optional<String> moved(
            Precondition precondition, Map<Object, Together.Begun<?>> begun, Map<WorkloadKey, Workload> workloads)
            throws RemoteFailure {
        return switch (precondition) {
            case Precondition.RunIs p -> {
                Run run = read(begun, p.run(), Run.class);
                if (run.attempt() != p.attempt()) {
                    yield Optional.of(RunSight.name(run) + " is at attempt " + run.attempt() + " by now, started by "
                            + Words.name(run.triggeredBy()) + "; the plan was made for attempt " + p.attempt() + ".");
                }
                yield when(!run.headSha().equals(p.headSha()), RunSight.name(run) + " is of commit "
                        + Words.commit(run.headSha()) + " by now; the plan was made for " + Words.commit(p.headSha())
                        + ".");
            }
            case Precondition.RunUnfinished p -> {
                Run run = read(begun, p.run(), Run.class);
                yield when(run.status() == RunStatus.COMPLETED, RunSight.name(run) + " has finished meanwhile.");
            }
            case Precondition.RunFinished p -> {
                Run run = read(begun, p.run(), Run.class);
                yield when(run.status() != RunStatus.COMPLETED, RunSight.name(run) + " is running again.");
            }
            case Precondition.RunUntouched p -> {
                Run run = read(begun, p.run(), Run.class);
                yield when(!p.updatedAt().equals(run.updatedAt()),
                        "Something happened in " + RunSight.name(run) + " meanwhile.");
            }
            case Precondition.AwaitsReview p -> awaits(p, begun);
            case Precondition.DeploymentKept p -> {
                boolean kept = deployments(p, begun).stream()
                        .anyMatch(d -> d.number() == p.deployment() && d.sha().equals(p.sha())
                                && Objects.equals(d.job(), p.job()));
                yield when(!kept, "The deployment to go back to is not listed any more.");
            }
            case Precondition.EnvironmentRuns p -> {
                Optional<Deployment> live = Redeploy.live(deployments(p, begun), p.environment());
                yield when(
                        live.map(Deployment::number).orElse(0L) != p.deployment(),
                        Words.name(p.environment()) + " runs another deployment by now"
                                + live.map(d -> ", by " + Words.name(d.creator())).orElse("") + ".");
            }
            case Precondition.NoneUnderWay p -> Redeploy.underWay(deployments(p, begun))
                    .map(d -> Redeploy.named(d) + " by " + Words.name(d.creator()) + " is being deployed to "
                            + Words.name(p.environment()) + " by now.");
            case Precondition.EnvironmentInUse p -> {
                boolean there = ((List<?>) read(begun, p, List.class)).stream()
                        .anyMatch(e -> e instanceof CiEnvironment environment
                                && StopEnvironment.isInUse(environment, p.environment(), p.name()));
                yield when(!there, Words.name(p.name()) + " is not in use any more: somebody stopped it meanwhile.");
            }
            case Precondition.WorkflowActive p -> {
                boolean active = ((List<?>) read(begun, p, List.class)).stream()
                        .anyMatch(w -> w instanceof dev.signalbox.domain.ci.Workflow workflow
                                && workflow.number() == p.workflow() && workflow.active());
                yield when(!active, "The workflow was switched off or removed meanwhile.");
            }
            case Precondition.TeamFileAt p -> {
                String now = commit(begun, p);
                yield when(!now.equals(p.commit()), ProposeTeamFile.moved(p.place(), now));
            }
            case Precondition.BranchAt p -> {
                String now = commit(begun, p);
                yield when(!now.equals(p.commit()), now.isEmpty()
                        ? "The branch " + Words.name(p.branch()) + " is gone."
                        : "The branch " + Words.name(p.branch()) + " is at commit " + Words.commit(now) + " by now.");
            }
            case Precondition.RequestIs p -> {
                long now = read(begun, p, Long.class);
                yield when(now != p.number(), now == 0
                        ? "The request for the branch is not open any more."
                        : "Another request for the branch is open by now.");
            }
            case Precondition.WorkloadIs p -> {
                Workload now = workload(p.workload(), begun, workloads);
                if (!now.uid().equals(p.uid())) {
                    yield Optional.of("It is another object now: it was deleted and made anew.");
                }
                yield when(now.generation() != p.generation(), "It was changed meanwhile" + Words.by(now.lastChange())
                        + ": it now runs " + Words.version(now) + " with " + now.replicas().desired()
                        + " pods wanted.");
            }
            case Precondition.NotPaused p -> {
                Workload now = workload(p.workload(), begun, workloads);
                yield when(now.paused(), "It was paused meanwhile" + Words.by(now.lastChange()) + ".");
            }
            case Precondition.RevisionKept p -> {
                Workload now = workload(p.workload(), begun, workloads);
                boolean kept = now.revisions().stream()
                        .anyMatch(r -> r.uid().equals(p.revisionUid()) && r.hash().equals(p.hash()));
                yield when(!kept, "The revision to go back to was removed meanwhile.");
            }
        };
    }

    private Optional<String> awaits(Precondition.AwaitsReview p, Map<Object, Together.Begun<?>> begun)
            throws RemoteFailure {
        List<PendingApproval> waiting = ((List<?>) read(begun, p, List.class)).stream()
                .filter(PendingApproval.class::isInstance).map(PendingApproval.class::cast).toList();
        for (Gate gate : p.gates()) {
            Optional<PendingApproval> one = waiting.stream().filter(w -> w.gate().equals(gate)).findFirst();
            if (one.isEmpty()) {
                return Optional.of("Review is not waited for any more.");
            }
            if (!one.get().canApprove()) {
                return Optional.of("This account may not decide about "
                        + Words.name(one.get().environmentName()) + " any more.");
            }
            if (p.represented() != null
                    && one.get().open().stream().noneMatch(rule -> rule.name().equals(p.represented()))) {
                return Optional.of("The rule " + Words.name(p.represented()) + " wants nobody's yes any more.");
            }
        }
        return Optional.empty();
    }

    private static List<Deployment> deployments(Precondition precondition, Map<Object, Together.Begun<?>> begun)
            throws RemoteFailure {
        return ((List<?>) read(begun, precondition, List.class)).stream()
                .filter(Deployment.class::isInstance).map(Deployment.class::cast).toList();
    }

    private static String commit(Map<Object, Together.Begun<?>> begun, Precondition of) throws RemoteFailure {
        return read(begun, of, Optional.class).orElse("") instanceof String commit ? commit : "";
    }

    private static Workload workload(
            WorkloadKey key, Map<Object, Together.Begun<?>> begun, Map<WorkloadKey, Workload> workloads)
            throws RemoteFailure {
        Workload workload = read(begun, key, Workload.class);
        workloads.put(key, workload);
        return workload;
    }

    private static <T> T read(Map<Object, Together.Begun<?>> begun, Object key, Class<T> type) throws RemoteFailure {
        Together.Begun<?> reading = begun.get(key);
        if (reading == null) {
            throw new IllegalStateException("was not begun: " + key);
        }
        return type.cast(reading.value());
    }

    private static Optional<String> when(boolean moved, String words) {
        return moved ? Optional.of(words) : Optional.empty();
    }

    /// @param moved what is not so any more, a sentence
    /// @param workloads as read just now
    record Reread(Optional<String> moved, Map<WorkloadKey, Workload> workloads) {}
}
