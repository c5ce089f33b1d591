package dev.signalbox.port;

import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;

/// Reads of single workloads, straight from the server.
public interface Workloads {

    /// The workload with its revisions and pods as they are now.
    Workload one(WorkloadKey workload) throws RemoteFailure;

    /// The workload with its revisions, without its pods: what a rollback stands on. Pods may be many and large.
    default Workload withRevisions(WorkloadKey workload) throws RemoteFailure {
        return one(workload);
    }

    /// Only identity, generation, template and status, in one request: what a precondition needs. Revisions and pods are empty.
    Workload spec(WorkloadKey workload) throws RemoteFailure;

    /// Whether our account may do `key.verb()` there, by the cluster's own access review.
    Permit permit(PermitKey key) throws RemoteFailure;

    /// The last `lines` lines of a pod's log, all its containers in the order of time: on each line the time, a blank, the
    /// container, ` │ ` and the line as sent. Of all pods of the workload, each line marked `pod/container`, when `pod` is
    /// empty.
    ///
    /// @see ClusterVerb#READ_LOGS
    String logTail(WorkloadKey workload, String pod, int lines, boolean previous) throws RemoteFailure;
}
