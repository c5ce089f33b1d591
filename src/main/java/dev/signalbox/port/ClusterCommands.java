package dev.signalbox.port;

import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.plan.PlannedRequest;
import java.time.Instant;
import java.util.List;

/// Composes the exact requests that change workloads. Only [#rollBack] reads: the template that it puts back.
/// Every request carries a precondition on uid and generation that the server checks itself.
public interface ClusterCommands {

    /// Puts the template of a revision back, with our change-cause, in one patch.
    ///
    /// @param fresh the workload as just read
    /// @param revisionUid the revision object
    /// @param cause why, for the revision history
    PlannedRequest rollBack(Workload fresh, String revisionUid, String cause) throws RemoteFailure;

    /// Marks the pod template with `mark` so that all pods are replaced.
    PlannedRequest restart(Workload fresh, String mark);

    /// Holds or releases the rollout.
    PlannedRequest pause(Workload fresh, boolean paused);

    /// Sets the number of pods.
    PlannedRequest scale(Workload fresh, int replicas);

    /// Leaves an Event on the workload that says what was done.
    PlannedRequest event(Workload fresh, String reason, String message, Instant at);

    /// What the server would make of the request: a line for each difference. Nothing is changed.
    List<String> dryRun(PlannedRequest request, Workload fresh) throws RemoteFailure;
}
