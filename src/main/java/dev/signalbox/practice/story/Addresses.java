package dev.signalbox.practice.story;

import java.net.URI;
import java.nio.file.Path;

/// What a console needs to meet the practice team.
///
/// @param github the CI provider's API; the same is at `/api/v3` below it
/// @param token the token for the CI provider
/// @param gitlab the other CI provider; its API is at `/api/v4` below it
/// @param gitlabToken the token for the other CI provider
/// @param kubeconfig a file with one context for each cluster
/// @param kubectl the same for `kubectl`, which sends tokens over TLS only: here they are part of the addresses
/// @param board the team's board file
/// @param git the repository with the board file as a team file; the token for the first CI provider is its password
public record Addresses(
        URI github, String token, URI gitlab, String gitlabToken, Path kubeconfig, Path kubectl, Path board,
        URI git) {

    /// Without the tokens.
    @Override
    public String toString() {
        return "Addresses[github=" + github + ", gitlab=" + gitlab + ", kubeconfig=" + kubeconfig + ", kubectl="
                + kubectl + ", board=" + board + ", git=" + git + "]";
    }
}
