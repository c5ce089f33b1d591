package dev.signalbox.action;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.cluster.LastChange;
import dev.signalbox.domain.cluster.Owner;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.Cluster;
import dev.signalbox.port.ClusterCommands;
import dev.signalbox.port.Locks;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Sender;
import dev.signalbox.port.Workloads;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A cluster in memory with one workload: generation and uid are tested by every change, as the real server does.
final class FakeCluster implements Workloads, ClusterCommands, Sender, Locks {

    final FakeWorkload state;
    private final FakeClock clock;
    private final Map<WorkloadKey, String> locks = new HashMap<>();
    final List<PlannedRequest> changes = new ArrayList<>();
    final List<PlannedRequest> received = new ArrayList<>();
    final List<PlannedRequest> events = new ArrayList<>();
    Trace trace = new Trace();
    Predicate<PlannedRequest> intended = request -> true;
    final List<String> violations = new ArrayList<>();
    /// Which answers get lost on their way back.
    boolean losesAnswers;
    /// What happens before the next request is looked at: somebody else is faster.
    @Nullable
    Runnable before;
    /// What happens right after a change: somebody else makes another.
    Runnable after = () -> {};
    Permit permit = new Permit(true, "");
    /// What the review was asked.
    final Set<PermitKey> reviewed = ConcurrentHashMap.newKeySet();
    boolean production;
    String caution = "";
    Locks.@Nullable Answer lock;
    @Nullable
    RemoteProblem refusal;
    @Nullable
    RemoteProblem dryRunProblem;

    FakeCluster(FakeClock clock) {
        this.clock = clock;
        state = new FakeWorkload();
    }

    Cluster ports() {
        return new Cluster(
                FakeWorkload.KEY.cluster(), "https://cluster.example", List.of("shop"),
                (namespaces, listener) -> () -> {},
                this, (workload, pod, previous, listener) -> () -> {}, this, this, this, production,
                caution);
    }

    @Override
    public Workload one(WorkloadKey workload) throws RemoteFailure {
        return read("one");
    }

    @Override
    public Workload spec(WorkloadKey workload) throws RemoteFailure {
        return read("spec");
    }

    private Workload read(String what) throws RemoteFailure {
        fail(trace.begin(what));
        Workload workload = state.now(clock.instant());
        trace.end(what);
        return workload;
    }

    private static void fail(boolean now) throws RemoteFailure {
        if (now) {
            throw new RemoteFailure(new RemoteProblem.Unreachable("Connection reset.", Sent.MAYBE));
        }
    }

    @Override
    public Permit permit(PermitKey key) throws RemoteFailure {
        fail(trace.begin("permit"));
        reviewed.add(key);
        return permit;
    }

    @Override
    public PlannedRequest rollBack(Workload fresh, String revisionUid, String cause) throws RemoteFailure {
        fail(trace.begin("template"));
        return change(fresh, "template=" + revisionUid + ";cause=" + cause);
    }

    @Override
    public PlannedRequest restart(Workload fresh, String mark) {
        return change(fresh, "mark=" + mark);
    }

    @Override
    public PlannedRequest pause(Workload fresh, boolean paused) {
        return change(fresh, "paused=" + paused);
    }

    @Override
    public PlannedRequest scale(Workload fresh, int replicas) {
        return change(fresh, "replicas=" + replicas);
    }

    @Override
    public PlannedRequest event(Workload fresh, String reason, String message, Instant at) {
        return request("POST", "/api/v1/namespaces/shop/events", reason + ": " + message + " " + at);
    }

    @Override
    public List<String> dryRun(PlannedRequest request, Workload fresh) throws RemoteFailure {
        fail(trace.begin("dry run"));
        if (dryRunProblem != null) {
            throw new RemoteFailure(dryRunProblem);
        }
        return List.of("image " + fresh.image().orElseThrow().version() + " changes");
    }

    private static PlannedRequest change(Workload fresh, String what) {
        return request(
                "PATCH", "/apis/apps/v1/namespaces/shop/deployments/checkout",
                "uid=" + fresh.uid() + ";generation=" + fresh.generation() + ";" + what);
    }

    private static PlannedRequest request(String method, String path, String body) {
        return new PlannedRequest(
                FakeWorkload.KEY.cluster(), method, URI.create("https://cluster.example" + path), "text/plain", body,
                "kubectl …");
    }

    @Override
    public SendOutcome send(PlannedRequest request) {
        String what = "send " + request.method();
        boolean cut = trace.begin(what);
        if (!intended.test(request)) {
            violations.add("sent without having been written down: " + request);
        }
        received.add(request);
        if (before != null && request.method().equals("PATCH")) {
            before.run();
            before = null;
        }
        if (refusal != null) {
            return new SendOutcome.NotApplied(refusal);
        }
        Optional<RemoteProblem> refused = apply(request);
        trace.end(what);
        if (cut || losesAnswers) {
            return new SendOutcome.Unknown(new RemoteProblem.Unreachable("Connection reset.", Sent.MAYBE));
        }
        return refused.<SendOutcome>map(SendOutcome.NotApplied::new)
                .orElseGet(() -> new SendOutcome.Applied(200, "{}"));
    }

    private Optional<RemoteProblem> apply(PlannedRequest request) {
        if (request.method().equals("POST")) {
            events.add(request);
            return Optional.empty();
        }
        if (!state.patch(request.body(), "signalbox", clock.instant())) {
            return Optional.of(new RemoteProblem.Conflict("The test failed."));
        }
        changes.add(request);
        after.run();
        return Optional.empty();
    }

    @Override
    public Answer take(WorkloadKey workload, String holder, Duration atMost) {
        if (trace.begin("lock")) {
            return new Answer.Without("no answer");
        }
        if (lock != null) {
            return lock;
        }
        String other = locks.putIfAbsent(workload, holder);
        return other == null || other.equals(holder) ? new Answer.Taken() : new Answer.HeldBy(other, clock.instant());
    }

    @Override
    public void release(WorkloadKey workload, String holder) {
        if (!trace.begin("unlock")) {
            locks.remove(workload, holder);
        }
    }

    boolean isLocked() {
        return !locks.isEmpty();
    }

    void ownedBy(Owner owner) {
        state.owner = owner;
    }

    void changedBy(String manager) {
        state.lastChange = new LastChange(manager, clock.instant());
    }
}
