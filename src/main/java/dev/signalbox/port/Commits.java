package dev.signalbox.port;

import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;

/// Commits of a repository.
public interface Commits {

    /// What lies between two commits.
    Comparison compare(ComparisonKey key) throws RemoteFailure;
}
