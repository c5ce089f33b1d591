package dev.signalbox.practice.story;

import java.net.URI;
import java.nio.file.Path;

/// What a console needs to meet the practice team.
///
/// @param github the CI provider's API; the same is at `/api/v3` below it
/// @param token the token for the CI provider
/// @param kubeconfig a file with one context for each cluster
/// @param kubectl the same for `kubectl`, which sends tokens over TLS only: here they are part of the addresses
/// @param board the team's board file
public record Addresses(URI github, String token, Path kubeconfig, Path kubectl, Path board) {

    /// Without the token.
    @Override
    public String toString() {
        return "Addresses[github=" + github + ", kubeconfig=" + kubeconfig + ", kubectl=" + kubectl + ", board=" + board
                + "]";
    }
}
