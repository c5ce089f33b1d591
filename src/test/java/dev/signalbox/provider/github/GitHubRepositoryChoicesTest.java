package dev.signalbox.provider.github;

import dev.signalbox.port.RepositoryChoicesContract;
import dev.signalbox.port.SetupServer;

class GitHubRepositoryChoicesTest extends RepositoryChoicesContract {

    @Override
    protected SetupServer start() {
        return new GitHubSetupFixture();
    }
}
