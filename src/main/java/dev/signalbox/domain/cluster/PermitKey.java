package dev.signalbox.domain.cluster;

import dev.signalbox.domain.ConnectionId;

/// A question to the cluster's access review.
///
/// @param name of the workload that would be changed, since a role may name the workloads it is for; empty where the
///     whole kind is asked for
public record PermitKey(ConnectionId cluster, String namespace, WorkloadKind kind, ClusterVerb verb, String name) {

    /// What is asked for the whole kind.
    public PermitKey(ConnectionId cluster, String namespace, WorkloadKind kind, ClusterVerb verb) {
        this(cluster, namespace, kind, verb, "");
    }

    /// Whether this may be done to that workload. What is done beside it is not asked by its name.
    public static PermitKey of(WorkloadKey workload, ClusterVerb verb) {
        String name = switch (verb) {
            case PATCH_WORKLOAD, SCALE_WORKLOAD -> workload.name();
            case TAKE_LOCK, WRITE_EVENT, READ_LOGS -> "";
        };
        return new PermitKey(workload.cluster(), workload.namespace(), workload.kind(), verb, name);
    }
}
