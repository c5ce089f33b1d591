package dev.signalbox.provider.gitlab;

import dev.signalbox.port.AccountsContract;
import dev.signalbox.port.CiServer;

class GitLabAccountsTest extends AccountsContract {

    @Override
    protected CiServer start() {
        return new GitLabFixture();
    }
}
