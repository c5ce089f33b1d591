package dev.signalbox.provider.github;

import dev.signalbox.domain.Account;
import dev.signalbox.port.Accounts;
import dev.signalbox.port.RemoteFailure;

/// The credential's user at GitHub.
final class GitHubAccounts implements Accounts {

    private final GitHubClient client;

    GitHubAccounts(GitHubClient client) {
        this.client = client;
    }

    @Override
    public Account me() throws RemoteFailure {
        return GitHubClient.known(GitHubMapping.account(client.user()), "GitHub did not say whose credential this is");
    }
}
