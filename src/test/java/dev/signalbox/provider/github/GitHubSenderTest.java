package dev.signalbox.provider.github;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.SenderContract;

class GitHubSenderTest extends SenderContract {

    @Override
    protected CiServer start() {
        return new GitHubFixture();
    }
}
