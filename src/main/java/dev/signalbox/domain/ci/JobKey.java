package dev.signalbox.domain.ci;

/// One job, by whose number its log and its annotations are fetched.
public record JobKey(RunId run, long job) {}
