package dev.signalbox.port;

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
}
