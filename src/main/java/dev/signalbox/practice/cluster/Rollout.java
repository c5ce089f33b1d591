package dev.signalbox.practice.cluster;

/// How far a rollout is, by the rule of `kubectl rollout status`.
///
/// @param replicas how many pods are wanted
/// @param updated pods of the newest revision
/// @param done whether the newest spec is fully rolled out
/// @param problem a reason such as `CrashLoopBackOff` or `ProgressDeadlineExceeded`; empty when there is none
public record Rollout(int replicas, int updated, int ready, int available, boolean done, String problem) {}
