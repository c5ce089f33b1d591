package dev.signalbox.domain.ci;

/// A run of a workflow; stays the same over all its attempts.
public record RunId(RepositoryId repository, long number) {}
