package dev.signalbox.wiring.config;

import dev.signalbox.domain.ConnectionId;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which accounts and clusters the console connects to. Holds names of environment variables, never a credential.
///
/// @param board the board file; absent when everything is to be discovered
public record ConsoleConfig(List<GitHubAccount> github, List<ClusterContext> clusters, @Nullable Path board) {

    /// A GitHub account.
    ///
    /// @param url base address of the API
    /// @param tokenVariable environment variable that holds the token
    /// @param owners organisations or users to show; empty for those of the account
    /// @param proxy address of an HTTP proxy
    public record GitHubAccount(
            ConnectionId id, String url, String tokenVariable, List<String> owners, @Nullable String proxy) {}

    /// A cluster by its kubeconfig context.
    ///
    /// @param kubeconfig files, the first wins; empty for `$KUBECONFIG` or `~/.kube/config`
    /// @param allowedCommands fingerprints of credential commands that may run
    public record ClusterContext(
            ConnectionId id,
            List<Path> kubeconfig,
            String context,
            List<String> namespaces,
            List<String> allowedCommands) {}
}
