package dev.signalbox.provider.gitlab;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.AccountsContract;

class GitLabAccountsTest extends AccountsContract {

    @Override
    protected CiServer start() {
        return new GitLabFixture();
    }
}
