package dev.signalbox.provider.gitlab;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.EnvironmentsContract;

class GitLabEnvironmentsTest extends EnvironmentsContract {

    @Override
    protected CiServer start() {
        return new GitLabFixture();
    }
}
