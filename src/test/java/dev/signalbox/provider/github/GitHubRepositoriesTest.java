package dev.signalbox.provider.github;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.RepositoriesContract;

class GitHubRepositoriesTest extends RepositoriesContract {

    @Override
    protected CiServer start() {
        return new GitHubFixture();
    }
}
