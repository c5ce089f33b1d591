package dev.signalbox.provider.github;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.CommitsContract;

class GitHubCommitsTest extends CommitsContract {

    @Override
    protected CiServer start() {
        return new GitHubFixture();
    }
}
