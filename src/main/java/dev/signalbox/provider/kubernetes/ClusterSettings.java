package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.provider.kubernetes.kubeconfig.Kubeconfig;
import java.nio.file.Path;
import java.util.List;

/// Which cluster to connect to, and how.
///
/// @param id name of the connection
/// @param context a usable context of a kubeconfig
/// @param files that commands to be copied must name; none for those that every shell of the user finds by itself
/// @param namespaces those to watch; the context's own when empty
/// @param userAgent what the server's audit log shows, `signalbox/1.0`
/// @param consent asked before a credential program runs
public record ClusterSettings(
        ConnectionId id, Kubeconfig.Context.Usable context, List<Path> files, List<String> namespaces,
        String userAgent, Consent consent) {

    /// The namespaces that are watched.
    public List<String> watched() {
        return namespaces.isEmpty() ? List.of(context.namespace()) : namespaces;
    }
}
