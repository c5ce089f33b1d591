package dev.signalbox.domain.ci;

/// Two commits (ids, tags or branches) of one repository to be compared.
public record ComparisonKey(RepositoryId repository, String base, String head) {}
