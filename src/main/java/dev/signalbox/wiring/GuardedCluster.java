package dev.signalbox.wiring;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.Cluster;
import dev.signalbox.port.Locks;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Sender;
import dev.signalbox.port.Workloads;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// A cluster on which nothing is changed while something here stands against it. The buttons hear it the way they hear the
/// cluster's own access review, the plan is refused by it, and should a plan be older than the decision, its request does
/// not leave.
final class GuardedCluster {

    private GuardedCluster() {}

    /// @param barrier what stands against changes now, if anything does; asked each time
    static Cluster of(Cluster cluster, Supplier<Optional<Permit>> barrier) {
        Sender sender = request -> barrier.get()
                .<SendOutcome>map(held -> new SendOutcome.NotApplied(
                        new RemoteProblem.Forbidden(held.reason() + " " + held.advice(), null)))
                .orElseGet(() -> cluster.sender().send(request));
        return new Cluster(
                cluster.id(), cluster.address(), cluster.namespaces(), cluster.watch(),
                new Guarded(cluster.workloads(), barrier), cluster.logs(), cluster.commands(), sender,
                new GuardedLocks(cluster.locks(), barrier), cluster.production(), cluster.caution());
    }

    /// A lock is written into the cluster too: into one that is held, not even that. One that was taken before is given
    /// back all the same.
    private record GuardedLocks(Locks behind, Supplier<Optional<Permit>> barrier) implements Locks {

        @Override
        public Answer take(WorkloadKey workload, String holder, Duration atMost) {
            return barrier.get()
                    .<Answer>map(held -> new Answer.Without(held.reason()))
                    .orElseGet(() -> behind.take(workload, holder, atMost));
        }

        @Override
        public void release(WorkloadKey workload, String holder) {
            behind.release(workload, holder);
        }
    }

    /// Reads as before; only the question whether something may be changed is answered here first.
    private record Guarded(Workloads behind, Supplier<Optional<Permit>> barrier) implements Workloads {

        @Override
        public Workload one(WorkloadKey workload) throws RemoteFailure {
            return behind.one(workload);
        }

        @Override
        public Workload withRevisions(WorkloadKey workload) throws RemoteFailure {
            return behind.withRevisions(workload);
        }

        @Override
        public Workload spec(WorkloadKey workload) throws RemoteFailure {
            return behind.spec(workload);
        }

        @Override
        public Permit permit(PermitKey key) throws RemoteFailure {
            Optional<Permit> held = key.verb() == ClusterVerb.READ_LOGS ? Optional.empty() : barrier.get();
            return held.isPresent() ? held.get() : behind.permit(key);
        }
    }
}
