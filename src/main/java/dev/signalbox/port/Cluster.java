package dev.signalbox.port;

import dev.signalbox.domain.ConnectionId;
import java.util.List;

/// One connected cluster with all its ports.
///
/// @param address origin for people
/// @param namespaces those that are watched
/// @param production whether customers depend on all of it, as the configuration says
/// @param caution what an operator should know of the way there before anything is changed, in a sentence; empty when
///     there is nothing
public record Cluster(
        ConnectionId id,
        String address,
        List<String> namespaces,
        ClusterWatch watch,
        Workloads workloads,
        PodLogs logs,
        ClusterCommands commands,
        Sender sender,
        Locks locks,
        boolean production,
        String caution) {

    /// One about which nothing needs to be said.
    public Cluster(
            ConnectionId id, String address, List<String> namespaces, ClusterWatch watch, Workloads workloads,
            PodLogs logs, ClusterCommands commands, Sender sender, Locks locks, boolean production) {
        this(id, address, namespaces, watch, workloads, logs, commands, sender, locks, production, "");
    }

    /// The same, marked as production or not.
    public Cluster marked(boolean asProduction) {
        return new Cluster(
                id, address, namespaces, watch, workloads, logs, commands, sender, locks, asProduction, caution);
    }
}
