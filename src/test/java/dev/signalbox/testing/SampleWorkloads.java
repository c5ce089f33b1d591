package dev.signalbox.testing;

import static dev.signalbox.testing.SampleStates.NOW;
import static dev.signalbox.testing.SampleStates.key;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.cluster.Condition;
import dev.signalbox.domain.cluster.Container;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.ImageRef;
import dev.signalbox.domain.cluster.LastChange;
import dev.signalbox.domain.cluster.Owner;
import dev.signalbox.domain.cluster.Pod;
import dev.signalbox.domain.cluster.Replicas;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Trouble;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Workloads of the sample state.
final class SampleWorkloads {

    private SampleWorkloads() {}

    static Workload healthy(WorkloadKey key, String version, int pods) {
        return of(key, version, "v-before", new Replicas(pods, pods, pods, pods, pods, 0), "NewReplicaSetAvailable",
                IntStream.range(0, pods).mapToObj(i -> pod(key, "h58", i, null)).toList());
    }

    /// web-frontend rolls out in development; checkout is broken in production; ledger was changed by hand.
    static void trouble(Map<WorkloadKey, Reading<Workload>> all, Map<WorkloadKey, List<GoodRevision>> good) {
        WorkloadKey rolling = key("development", "web-frontend");
        all.put(rolling, Reading.of(rolling(rolling, "8f41c2e", "77d1e02"), NOW));
        WorkloadKey bad = key("production", "checkout");
        all.put(bad, Reading.of(crashing(bad, "v2.14.1", "v2.14.0"), NOW));
        good.put(bad, List.of(new GoodRevision(
                bad, "uid-" + bad.name(), "h57", "v2.14.0", NOW.minusSeconds(360_000), NOW.minusSeconds(200))));
        WorkloadKey drifted = key("production", "ledger");
        all.put(drifted, Reading.of(
                Examples.changedBy(healthy(drifted, "v0.41.0", 2), "kubectl-set"), NOW.minusSeconds(2)));
    }

    /// Three of four pods run the new version.
    static Workload rolling(WorkloadKey key, String version, String before) {
        return of(key, version, before, new Replicas(4, 5, 3, 4, 4, 0), "ReplicaSetUpdated",
                List.of(
                        pod(key, "h58", 0, null), pod(key, "h58", 1, null),
                        pod(key, "h58", 2, new Trouble("ContainerCreating", "", false)),
                        pod(key, "h57", 3, null), pod(key, "h57", 4, null)));
    }

    /// Two of six pods run the new version, and crash.
    static Workload crashing(WorkloadKey key, String version, String before) {
        Trouble crash = new Trouble("CrashLoopBackOff", "exit code 1: cannot connect to ledger:5432", true);
        List<Pod> pods = new ArrayList<>();
        IntStream.range(0, 4).forEach(i -> pods.add(pod(key, "h57", i, null)));
        IntStream.range(4, 6).forEach(i -> pods.add(pod(key, "h58", i, crash)));
        return of(key, version, before, new Replicas(6, 6, 2, 4, 4, 0), "ReplicaSetUpdated", pods);
    }

    private static Workload of(
            WorkloadKey key, String version, String before, Replicas replicas, String progress, List<Pod> pods) {
        List<Container> containers = List.of(container(key, version));
        return new Workload(
                key, "uid-" + key.name(), 58, 58, replicas, false, 0, false, containers, Map.of(), Map.of(), Map.of(),
                List.of(new Condition("Progressing", "True", progress, "", NOW.minusSeconds(180))),
                List.of(
                        revision(key, "h58", 58, version, 180, replicas.updated(), true),
                        revision(key, "h57", 57, before, 367_000, replicas.total() - replicas.updated(), false),
                        revision(key, "h56", 56, "v2.13.4", 777_000, 0, false)),
                pods, Owner.NOBODY, new LastChange("release-bot", NOW.minusSeconds(180)), NOW.minusSeconds(9_000_000));
    }

    private static Revision revision(
            WorkloadKey key, String hash, long number, String version, long age, int pods, boolean current) {
        return new Revision(
                "uid-" + key.name() + "-" + number, key.name() + "-" + hash, hash, number, List.of(),
                List.of(container(key, version)), null, NOW.minusSeconds(age), pods, pods, current, Map.of());
    }

    private static Container container(WorkloadKey key, String version) {
        return new Container(
                "app", ImageRef.parse("registry.acme.example/acme/" + key.name() + ":" + version));
    }

    private static Pod pod(WorkloadKey key, String hash, int index, @Nullable Trouble trouble) {
        String name = key.name() + "-" + hash + "-" + index;
        return new Pod(
                name, "uid-" + name, hash, "Running", trouble == null, trouble == null, false,
                trouble == null ? 0 : 5, trouble, NOW.minusSeconds(180), "node-" + index);
    }
}
