package dev.signalbox.provider.gitlab;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.SenderContract;

class GitLabSenderTest extends SenderContract {

    @Override
    protected CiServer start() {
        return new GitLabFixture();
    }
}
