package dev.signalbox.state;

import dev.signalbox.domain.cluster.WorkloadKey;

/// The tail of a pod's log, as something to be fetched.
///
/// @param pod empty for all pods of the workload together
public record PodLogKey(WorkloadKey workload, String pod, boolean previous) {}
