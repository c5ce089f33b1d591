package dev.signalbox.provider.gitlab;

import dev.signalbox.port.ApprovalsContract;
import dev.signalbox.port.CiServer;

class GitLabApprovalsTest extends ApprovalsContract {

    @Override
    protected CiServer start() {
        return new GitLabFixture();
    }
}
