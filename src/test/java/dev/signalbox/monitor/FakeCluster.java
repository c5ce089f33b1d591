package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.PROD;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.port.Cluster;
import dev.signalbox.port.ClusterCommands;
import dev.signalbox.port.ClusterWatch;
import dev.signalbox.port.Locks;
import dev.signalbox.port.PodLogs;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Workloads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A cluster whose watch is played by the test and that notes what is asked of it.
final class FakeCluster implements ClusterWatch, Workloads, PodLogs {

    final List<String> asked = new ArrayList<>();
    final List<String> watched = new ArrayList<>();
    @Nullable
    RemoteProblem problem;
    final List<PodLogs.Listener> readers = new ArrayList<>();
    final List<String> closedLogs = new ArrayList<>();
    int closed;
    private ClusterWatch.@Nullable Listener listener;

    Cluster ports() {
        return new Cluster(
                PROD, "https://cluster.example", List.of("production", "staging"), this, this, this,
                new NoCommands(),
                request -> {
                    throw mustNotChange();
                },
                new NoLocks(), false);
    }

    ClusterWatch.Listener listener() {
        return Objects.requireNonNull(listener, "not started");
    }

    @Override
    public AutoCloseable start(List<String> namespaces, ClusterWatch.Listener hears) {
        watched.addAll(namespaces);
        listener = hears;
        return () -> closed++;
    }

    @Override
    public Workload one(WorkloadKey workload) {
        throw new AssertionError("the watch already tells");
    }

    @Override
    public Workload spec(WorkloadKey workload) {
        throw new AssertionError("the watch already tells");
    }

    @Override
    public Permit permit(PermitKey key) throws RemoteFailure {
        return answer("permit " + key.verb(), new Permit(true, ""));
    }

    @Override
    public AutoCloseable follow(WorkloadKey workload, String pod, boolean previous, PodLogs.Listener hears) {
        String name = pod + (previous ? " before" : " now");
        asked.add("log " + name);
        readers.add(hears);
        return () -> closedLogs.add(name);
    }

    private <T> T answer(String name, T value) throws RemoteFailure {
        asked.add(name);
        if (problem != null) {
            throw new RemoteFailure(problem);
        }
        return value;
    }

    private static AssertionError mustNotChange() {
        return new AssertionError("a monitor must not change anything");
    }

    private static final class NoLocks implements Locks {

        @Override
        public Answer take(WorkloadKey workload, String holder, Duration atMost) {
            throw mustNotChange();
        }

        @Override
        public void release(WorkloadKey workload, String holder) {
            throw mustNotChange();
        }
    }

    private static final class NoCommands implements ClusterCommands {

        @Override
        public PlannedRequest rollBack(Workload fresh, String revisionUid, String cause) {
            throw mustNotChange();
        }

        @Override
        public PlannedRequest restart(Workload fresh, String mark) {
            throw mustNotChange();
        }

        @Override
        public PlannedRequest pause(Workload fresh, boolean paused) {
            throw mustNotChange();
        }

        @Override
        public PlannedRequest scale(Workload fresh, int replicas) {
            throw mustNotChange();
        }

        @Override
        public PlannedRequest event(Workload fresh, String reason, String message, Instant at) {
            throw mustNotChange();
        }

        @Override
        public List<String> dryRun(PlannedRequest request, Workload fresh) {
            throw mustNotChange();
        }
    }
}
