package dev.signalbox.domain.cluster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A condition of a workload's status, as Kubernetes says it.
public record Condition(String type, String status, String reason, String message, @Nullable Instant at) {}
