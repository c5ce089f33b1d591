package dev.signalbox.provider.github;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.ApprovalsContract;

class GitHubApprovalsTest extends ApprovalsContract {

    @Override
    protected CiServer start() {
        return new GitHubFixture();
    }
}
