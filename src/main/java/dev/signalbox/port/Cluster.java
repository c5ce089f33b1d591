package dev.signalbox.port;

import dev.signalbox.domain.ConnectionId;
import java.util.List;

/// One connected cluster with all its ports.
///
/// @param address origin for people
/// @param namespaces those that are watched
public record Cluster(
        ConnectionId id,
        String address,
        List<String> namespaces,
        ClusterWatch watch,
        Workloads workloads,
        PodLogs logs,
        ClusterCommands commands,
        Sender sender,
        Locks locks) {}
