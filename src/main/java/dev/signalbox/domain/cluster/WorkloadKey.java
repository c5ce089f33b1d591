package dev.signalbox.domain.cluster;

import dev.signalbox.domain.ConnectionId;

/// Where a workload lives. A deleted and re-created workload has the same key but another uid.
public record WorkloadKey(ConnectionId cluster, String namespace, WorkloadKind kind, String name) {

    /// `deployment/checkout`, as kubectl writes it.
    public String shortName() {
        return kind.kind().toLowerCase(java.util.Locale.ROOT) + "/" + name;
    }
}
