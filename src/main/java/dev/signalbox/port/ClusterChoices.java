package dev.signalbox.port;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.setup.ContextChoice;
import dev.signalbox.domain.setup.ContextList;
import dev.signalbox.domain.setup.NamespaceList;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The clusters that this machine knows, to choose from.
public interface ClusterChoices {

    /// Reads kubeconfig files. Nothing is run and nothing is sent.
    ///
    /// @param given files that somebody chose; empty for those of this machine
    ContextList find(List<Path> given);

    /// Asks a cluster for its namespaces. Runs the context's credential program only if its fingerprint is allowed.
    ///
    /// @param allowed fingerprints that somebody agreed to
    NamespaceList namespaces(ContextChoice context, Set<String> allowed);

    /// The workloads of some namespaces, without their revisions and pods: enough to propose a board. Blocks for a few
    /// requests for each namespace.
    ///
    /// @param cluster what the connection will be called
    /// @param allowed fingerprints that somebody agreed to
    List<Workload> workloads(
            ConnectionId cluster, ContextChoice context, List<String> namespaces, Set<String> allowed)
            throws RemoteFailure;
}
