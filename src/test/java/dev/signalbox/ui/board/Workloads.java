package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.NOON;

import dev.signalbox.domain.cluster.Condition;
import dev.signalbox.domain.cluster.Container;
import dev.signalbox.domain.cluster.ImageRef;
import dev.signalbox.domain.cluster.LastChange;
import dev.signalbox.domain.cluster.Owner;
import dev.signalbox.domain.cluster.Pod;
import dev.signalbox.domain.cluster.Replicas;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Trouble;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Workloads in the situations that a cell can show.
final class Workloads {

    static final String SHA_NEW = "4be02d1" + "0".repeat(33);
    static final String SHA_OLD = "97aa310" + "0".repeat(33);
    private static final String REVISION = "org.opencontainers.image.revision";

    private Workloads() {}

    /// Three of three pods on v2; v1 and v0 are kept as earlier revisions.
    static Workload healthy(WorkloadKey key) {
        return of(key, new Replicas(3, 3, 3, 3, 3, 0), "NewReplicaSetAvailable", false, List.of(), Owner.NOBODY);
    }

    /// One of three pods on v2 so far.
    static Workload rolling(WorkloadKey key) {
        return of(key, new Replicas(3, 4, 1, 3, 1, 0), "ReplicaSetUpdated", false, List.of(), Owner.NOBODY);
    }

    /// All is rolled out, and one of three pods is lost.
    static Workload degraded(WorkloadKey key) {
        return of(key, new Replicas(3, 3, 3, 2, 2, 0), "NewReplicaSetAvailable", false, List.of(), Owner.NOBODY);
    }

    /// The new pods crash.
    static Workload crashing(WorkloadKey key) {
        Trouble crash = new Trouble("CrashLoopBackOff", "exit code 1", true);
        List<Pod> pods = List.of(
                new Pod("checkout-new-1", "p1", "new", "Running", false, false, false, 4, crash, NOON.minusSeconds(50),
                        "node-1"),
                new Pod("checkout-old-1", "p2", "old", "Running", true, true, false, 0, null, NOON.minusSeconds(5000),
                        "node-2"));
        return of(key, new Replicas(3, 4, 1, 2, 2, 0), "ReplicaSetUpdated", false, pods, Owner.NOBODY);
    }

    /// One of three pods on v2 is not ready any more.
    static Workload losing(WorkloadKey key) {
        List<Pod> pods = IntStream.range(0, 3)
                .mapToObj(i -> new Pod("checkout-" + i, "p" + i, "new", "Running", i < 2, true, false, 0, null,
                        NOON.minusSeconds(50), "node-" + i))
                .toList();
        return of(key, new Replicas(3, 3, 3, 2, 2, 0), "", false, pods, Owner.NOBODY);
    }

    static Workload paused(WorkloadKey key) {
        return of(key, new Replicas(3, 4, 1, 4, 4, 0), "DeploymentPaused", true, List.of(), Owner.NOBODY);
    }

    static Workload scaledToZero(WorkloadKey key) {
        return of(key, new Replicas(0, 0, 0, 0, 0, 0), "NewReplicaSetAvailable", false, List.of(), Owner.NOBODY);
    }

    static Workload ownedBy(WorkloadKey key, Owner owner) {
        return of(key, new Replicas(3, 3, 3, 3, 3, 0), "NewReplicaSetAvailable", false, List.of(), owner);
    }

    private static Workload of(
            WorkloadKey key, Replicas replicas, String progress, boolean paused, List<Pod> pods, Owner owner) {
        return new Workload(
                key, "uid-checkout", 7, 7, replicas, paused, 0, false, containers("v2"), Map.of(), Map.of(),
                Map.of(REVISION, SHA_NEW),
                List.of(new Condition("Progressing", "True", progress, "", NOON.minusSeconds(60))),
                List.of(
                        revision("new", 3, "v2", 60, replicas.updated(), true, SHA_NEW),
                        revision("old", 2, "v1", 90_000, replicas.total() - replicas.updated(), false, SHA_OLD),
                        revision("older", 1, "v0", 900_000, 0, false, "")),
                pods, owner, new LastChange("release-bot", NOON.minusSeconds(60)), NOON.minusSeconds(9_000_000));
    }

    private static Revision revision(
            String hash, long number, String version, long age, int pods, boolean current, String sha) {
        return new Revision(
                "rs-" + hash, "checkout-" + hash, hash, number, List.of(), containers(version), null,
                NOON.minusSeconds(age), pods, pods, current, sha.isEmpty() ? Map.of() : Map.of(REVISION, sha));
    }

    private static List<Container> containers(String version) {
        return List.of(new Container("app", ImageRef.parse("registry.example/acme/checkout:" + version)));
    }
}
