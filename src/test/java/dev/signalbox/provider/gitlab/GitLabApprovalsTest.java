package dev.signalbox.provider.gitlab;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.ApprovalsContract;

class GitLabApprovalsTest extends ApprovalsContract {

    @Override
    protected CiServer start() {
        return new GitLabFixture();
    }
}
