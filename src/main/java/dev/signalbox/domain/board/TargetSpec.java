package dev.signalbox.domain.board;

import dev.signalbox.domain.cluster.WorkloadKey;

/// Where a service lives in an environment.
public record TargetSpec(String environment, WorkloadKey workload) {}
