package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.WorkloadKind;

/// An object of the cluster, cut down at arrival to what is shown: a raw pod is some 14 KB, half of it managed fields,
/// and several times that as a tree.
sealed interface Trimmed permits WorkloadMapping.Body, RevisionMapping.OwnedRevision, PodMapping.OwnedPod {

    String uid();

    static Trimmed of(ConnectionId cluster, Feed feed, JsonNode raw) {
        WorkloadKind kind = feed.workloads();
        if (kind != null) {
            return WorkloadMapping.body(cluster, kind, raw);
        }
        return switch (feed) {
            case PODS -> PodMapping.pod(raw);
            case REPLICA_SETS -> RevisionMapping.ofReplicaSet(raw);
            default -> RevisionMapping.ofControllerRevision(raw);
        };
    }
}
