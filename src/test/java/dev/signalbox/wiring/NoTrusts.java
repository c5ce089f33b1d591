package dev.signalbox.wiring;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.ClusterTrust;
import dev.signalbox.port.ClusterTrusts;
import java.util.Optional;

/// Remembers no cluster.
final class NoTrusts implements ClusterTrusts {

    @Override
    public Optional<ClusterTrust> of(ConnectionId cluster) {
        return Optional.empty();
    }

    @Override
    public void keep(ClusterTrust trust) {
        // Nothing is remembered.
    }
}
