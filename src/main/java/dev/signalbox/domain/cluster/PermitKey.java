package dev.signalbox.domain.cluster;

import dev.signalbox.domain.ConnectionId;

/// A question to the cluster's access review.
public record PermitKey(ConnectionId cluster, String namespace, WorkloadKind kind, ClusterVerb verb) {}
