package dev.signalbox.domain.cluster;

import dev.signalbox.domain.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A workload for tests; starts as a Deployment of three pods, all well, at revision 7 with hash `new`.
public record WorkloadSample(Workload workload) {

    private static final Instant CHANGED = Instant.parse("2026-11-02T09:00:00Z");

    public static WorkloadSample of(WorkloadKind kind) {
        Container app = new Container("app", ImageRef.parse("registry.example/checkout:v2"));
        return new WorkloadSample(new Workload(
                new WorkloadKey(new ConnectionId("prod"), "shop", kind, "checkout"),
                "uid-1",
                7,
                7,
                new Replicas(3, 3, 3, 3, 3, 0),
                false,
                0,
                false,
                List.of(app),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(new Condition("Available", "True", "MinimumReplicasAvailable", "", null)),
                List.of(revision("new", 7, true), revision("old", 6, false)),
                IntStream.range(0, 3).mapToObj(i -> pod("new", i, null)).toList(),
                Owner.NOBODY,
                new LastChange("release-bot", CHANGED),
                null));
    }

    public static WorkloadSample deployment() {
        return of(WorkloadKind.DEPLOYMENT);
    }

    public static Revision revision(String hash, long number, boolean current) {
        Container app = new Container("app", ImageRef.parse("registry.example/checkout:" + hash));
        return new Revision(
                "uid-" + hash, "checkout-" + hash, hash, number, List.of(), List.of(app), null, null, 0, 0, current,
                Map.of());
    }

    public static Pod pod(String hash, int index, @Nullable Trouble trouble) {
        String name = "checkout-" + hash + "-" + index;
        return new Pod(
                name, "uid-" + name, hash, "Running", trouble == null, trouble == null, false, 0, trouble, null, null);
    }

    /// One that is not ready.
    ///
    /// @param served whether it was
    /// @param made when, after the last change
    public static Pod unready(int index, boolean served, Duration made) {
        String name = "checkout-new-" + index;
        return new Pod(
                name, "uid-" + name, "new", "Running", false, served, false, 0, null, CHANGED.plus(made), null);
    }

    public static Pod leaving(int index) {
        String name = "checkout-new-" + index;
        return new Pod(name, "uid-" + name, "new", "Running", false, true, true, 0, null, CHANGED, null);
    }

    public WorkloadSample counting(int desired, int total, int updated, int ready, int available) {
        return with(new Replicas(desired, total, updated, ready, available, 0));
    }

    public WorkloadSample observed(long generation) {
        Workload w = workload;
        return copy(generation, w.replicas(), w.paused(), w.partition(), w.onDelete(), w.conditions(), w.pods());
    }

    public WorkloadSample paused() {
        Workload w = workload;
        return copy(w.observed(), w.replicas(), true, w.partition(), w.onDelete(), w.conditions(), w.pods());
    }

    public WorkloadSample partition(int ordinal) {
        Workload w = workload;
        return copy(w.observed(), w.replicas(), w.paused(), ordinal, w.onDelete(), w.conditions(), w.pods());
    }

    public WorkloadSample onDelete() {
        Workload w = workload;
        return copy(w.observed(), w.replicas(), w.paused(), w.partition(), true, w.conditions(), w.pods());
    }

    public WorkloadSample condition(String type, String status, String reason, String message) {
        Workload w = workload;
        List<Condition> one = List.of(new Condition(type, status, reason, message, null));
        return copy(w.observed(), w.replicas(), w.paused(), w.partition(), w.onDelete(), one, w.pods());
    }

    public WorkloadSample silent() {
        Workload w = workload;
        return copy(w.observed(), w.replicas(), w.paused(), w.partition(), w.onDelete(), List.of(), w.pods());
    }

    public WorkloadSample pods(Pod... pods) {
        Workload w = workload;
        return copy(
                w.observed(), w.replicas(), w.paused(), w.partition(), w.onDelete(), w.conditions(), List.of(pods));
    }

    public WorkloadSample with(Replicas replicas) {
        Workload w = workload;
        return copy(w.observed(), replicas, w.paused(), w.partition(), w.onDelete(), w.conditions(), w.pods());
    }

    private WorkloadSample copy(
            long observed, Replicas replicas, boolean paused, int partition, boolean onDelete,
            List<Condition> conditions, List<Pod> pods) {
        Workload w = workload;
        return new WorkloadSample(new Workload(
                w.key(), w.uid(), w.generation(), observed, replicas, paused, partition, onDelete, w.containers(),
                w.labels(), w.annotations(), w.templateAnnotations(), conditions, w.revisions(), pods, w.owner(),
                w.lastChange(), w.createdAt()));
    }
}
