package dev.signalbox.state;

import dev.signalbox.domain.cluster.WorkloadKey;

/// The tail of a pod's log, as something to be fetched.
public record PodLogKey(WorkloadKey workload, String pod, boolean previous) {}
