package dev.signalbox.provider.github;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.EnvironmentsContract;

class GitHubEnvironmentsTest extends EnvironmentsContract {

    @Override
    protected CiServer start() {
        return new GitHubFixture();
    }
}
