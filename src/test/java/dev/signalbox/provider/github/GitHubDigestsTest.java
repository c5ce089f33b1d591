package dev.signalbox.provider.github;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.DigestsContract;

class GitHubDigestsTest extends DigestsContract {

    @Override
    protected CiServer start() {
        return new GitHubFixture();
    }
}
