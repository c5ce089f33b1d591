package dev.signalbox.provider.github;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.DeploymentsContract;

class GitHubDeploymentsTest extends DeploymentsContract {

    @Override
    protected CiServer start() {
        return new GitHubFixture();
    }
}
