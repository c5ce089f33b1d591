package dev.signalbox.provider.gitlab;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.DeploymentsContract;

class GitLabDeploymentsTest extends DeploymentsContract {

    @Override
    protected CiServer start() {
        return new GitLabFixture();
    }
}
