package dev.signalbox.port;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.ClusterTrust;
import java.util.Optional;

/// Remembers which cluster stands behind which name. Nothing is forgotten: the newest counts.
public interface ClusterTrusts {

    /// What is trusted under that name; absent for a cluster that was never seen.
    Optional<ClusterTrust> of(ConnectionId cluster) throws JournalFailure;

    /// Keeps a decision; returns only when it would survive the machine.
    ///
    /// @throws JournalFailure when it cannot be kept; then a person's yes has no effect
    void keep(ClusterTrust trust) throws JournalFailure;
}
