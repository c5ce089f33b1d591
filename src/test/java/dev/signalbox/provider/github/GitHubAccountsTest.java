package dev.signalbox.provider.github;

import dev.signalbox.port.AccountsContract;
import dev.signalbox.port.CiServer;

class GitHubAccountsTest extends AccountsContract {

    @Override
    protected CiServer start() {
        return new GitHubFixture();
    }
}
