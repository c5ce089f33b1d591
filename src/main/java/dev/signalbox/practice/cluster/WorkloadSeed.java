package dev.signalbox.practice.cluster;

import java.util.List;

/// A workload that has been running for a while when practice begins.
///
/// @param kind `Deployment`, `StatefulSet` or `DaemonSet`
/// @param replicas how many pods; a DaemonSet has one on every node, and the cluster grows to so many nodes
/// @param revisions oldest first; all were rolled out, the last one runs
public record WorkloadSeed(String namespace, String kind, String name, int replicas, List<SeedRevision> revisions) {

    public WorkloadSeed {
        revisions = List.copyOf(revisions);
        if (revisions.isEmpty()) {
            throw new IllegalArgumentException("a workload that runs has at least one revision");
        }
    }
}
