package dev.signalbox.domain.cluster;

/// How many pods are wanted and how many are there, as the workload's status tells.
///
/// @param desired wanted by the spec (for a DaemonSet: scheduled by the controller)
/// @param total running at all, of any revision
/// @param updated of the newest revision
/// @param ready answering their readiness check
/// @param available ready for at least `minReadySeconds`
/// @param terminating going away, where the server counts them
public record Replicas(int desired, int total, int updated, int ready, int available, int terminating) {}
