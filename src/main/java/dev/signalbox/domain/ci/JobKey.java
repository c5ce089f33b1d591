package dev.signalbox.domain.ci;

/// One job's log, as something to be fetched.
public record JobKey(RunId run, long job) {}
