package dev.signalbox.state;

import dev.signalbox.domain.cluster.WorkloadKey;

/// A pod's log, as something to be followed.
///
/// @param pod empty for all pods of the workload together
public record PodLogKey(WorkloadKey workload, String pod, boolean previous) {}
