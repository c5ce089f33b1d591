package dev.signalbox.provider.github;

import dev.signalbox.port.ApprovalsContract;
import dev.signalbox.port.CiServer;

class GitHubApprovalsTest extends ApprovalsContract {

    @Override
    protected CiServer start() {
        return new GitHubFixture();
    }
}
