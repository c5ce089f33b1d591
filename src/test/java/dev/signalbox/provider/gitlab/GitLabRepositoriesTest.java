package dev.signalbox.provider.gitlab;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.RepositoriesContract;

class GitLabRepositoriesTest extends RepositoriesContract {

    @Override
    protected CiServer start() {
        return new GitLabFixture();
    }
}
