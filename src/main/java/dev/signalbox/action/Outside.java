package dev.signalbox.action;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.CiWords;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.Cluster;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Sender;
import java.util.Map;

/// Everything outside that can be read and changed, by the name of its connection.
public record Outside(Map<ConnectionId, CiProvider> providers, Map<ConnectionId, Cluster> clusters) {

    CiProvider provider(ConnectionId id) throws RemoteFailure {
        CiProvider provider = providers.get(id);
        if (provider == null) {
            throw gone(id);
        }
        return provider;
    }

    Cluster cluster(ConnectionId id) throws RemoteFailure {
        Cluster cluster = clusters.get(id);
        if (cluster == null) {
            throw gone(id);
        }
        return cluster;
    }

    Sender sender(ConnectionId id) throws RemoteFailure {
        CiProvider provider = providers.get(id);
        return provider != null ? provider.sender() : cluster(id).sender();
    }

    /// What people at a connection call its things; our own words where it is not set up any more.
    CiWords words(ConnectionId id) {
        CiProvider provider = providers.get(id);
        return provider == null ? CiWords.OURS : CiWords.of(provider.kind());
    }

    private static RemoteFailure gone(ConnectionId id) {
        return new RemoteFailure(new RemoteProblem.NotFound("The connection " + id + " is not set up any more."));
    }
}
