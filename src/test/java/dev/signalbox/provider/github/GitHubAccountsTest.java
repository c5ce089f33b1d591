package dev.signalbox.provider.github;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.AccountsContract;

class GitHubAccountsTest extends AccountsContract {

    @Override
    protected CiServer start() {
        return new GitHubFixture();
    }
}
