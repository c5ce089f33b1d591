package dev.signalbox.testing;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Reviewer;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.cluster.Condition;
import dev.signalbox.domain.cluster.Container;
import dev.signalbox.domain.cluster.ImageRef;
import dev.signalbox.domain.cluster.LastChange;
import dev.signalbox.domain.cluster.Owner;
import dev.signalbox.domain.cluster.Pod;
import dev.signalbox.domain.cluster.Replicas;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Plain values for tests of rules: one repository, its runs, one workload.
public final class Examples {

    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    public static final ConnectionId GITHUB = new ConnectionId("github");
    public static final ConnectionId PROD = new ConnectionId("prod-eu");
    public static final RepositoryId CHECKOUT = new RepositoryId(GITHUB, "acme", "checkout");

    private Examples() {}

    public static RepositoryId repository(String name) {
        return new RepositoryId(GITHUB, "acme", name);
    }

    public static Repository known(RepositoryId id, Instant pushedAt) {
        return new Repository(id, "main", false, Repository.Access.WRITE, pushedAt, null);
    }

    public static RunId runId(long number) {
        return new RunId(CHECKOUT, number);
    }

    public static Run run(long number, int attempt, RunStatus status, Conclusion conclusion, Instant updatedAt) {
        return new Run(
                runId(number), attempt, 7, "Release", ".github/workflows/release.yml", number, "Retry card payments",
                "push", status, conclusion, "main", "4be02d1" + "0".repeat(33), "ada", "ada",
                updatedAt.minusSeconds(90), updatedAt.minusSeconds(80), updatedAt, null);
    }

    public static PendingApproval approval(long run, String environment, boolean mine) {
        return new PendingApproval(
                runId(run), new Gate.Environment(11), environment, mine, Duration.ZERO, null,
                List.of(new Reviewer(Reviewer.Kind.USER, "grace")));
    }

    /// A job that somebody may start, and for which its run does not wait.
    public static PendingApproval offer(long run, long job, String name) {
        return new PendingApproval(
                runId(run), new Gate.ManualJob(job), name, true, Duration.ZERO, null, List.of(), List.of(), false);
    }

    public static Deployment deployment(String environment, String sha, String ref, Deployment.State state) {
        return new Deployment(CHECKOUT, 1, environment, sha, ref, "release-bot", state, NOON, 974L, null);
    }

    public static WorkloadKey workloadKey(String namespace, String name) {
        return new WorkloadKey(PROD, namespace, WorkloadKind.DEPLOYMENT, name);
    }

    /// A fully rolled out Deployment with three pods that runs `image`.
    public static Workload workload(WorkloadKey key, String image, Map<String, String> templateAnnotations) {
        List<Container> containers = List.of(new Container("app", ImageRef.parse(image)));
        Revision revision = new Revision(
                "rs-uid", key.name() + "-5f", "5f", 4, List.of(), containers, null, NOON.minusSeconds(900), 3, 3,
                true, templateAnnotations);
        return new Workload(
                key, "uid-" + key.name(), 4, 4, new Replicas(3, 3, 3, 3, 3, 0), false, 0, false, containers,
                Map.of(), Map.of(), templateAnnotations,
                List.of(new Condition("Progressing", "True", "NewReplicaSetAvailable", "", NOON.minusSeconds(600))),
                List.of(revision), List.of(), Owner.NOBODY, new LastChange("helm", NOON), NOON.minusSeconds(90_000));
    }

    /// The same workload with other counts.
    public static Workload withReplicas(Workload w, Replicas replicas) {
        return new Workload(
                w.key(), w.uid(), w.generation(), w.observed(), replicas, w.paused(), w.partition(), w.onDelete(),
                w.containers(), w.labels(), w.annotations(), w.templateAnnotations(), List.of(), w.revisions(),
                w.pods(), w.owner(), w.lastChange(), w.createdAt());
    }

    /// The same workload with these pods.
    public static Workload withPods(Workload w, List<Pod> pods) {
        return new Workload(
                w.key(), w.uid(), w.generation(), w.observed(), w.replicas(), w.paused(), w.partition(), w.onDelete(),
                w.containers(), w.labels(), w.annotations(), w.templateAnnotations(), w.conditions(), w.revisions(),
                pods, w.owner(), w.lastChange(), w.createdAt());
    }

    /// The same workload, last changed by another program.
    public static Workload changedBy(Workload w, String manager) {
        return new Workload(
                w.key(), w.uid(), w.generation(), w.observed(), w.replicas(), w.paused(), w.partition(), w.onDelete(),
                w.containers(), w.labels(), w.annotations(), w.templateAnnotations(), w.conditions(), w.revisions(),
                w.pods(), w.owner(), new LastChange(manager, NOON), w.createdAt());
    }
}
