package dev.signalbox.provider.gitlab;

import dev.signalbox.port.RepositoryChoicesContract;
import dev.signalbox.port.SetupServer;

class GitLabProjectChoicesTest extends RepositoryChoicesContract {

    @Override
    protected SetupServer start() {
        return new GitLabSetupFixture();
    }
}
