package dev.signalbox.provider.gitlab;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.CommitsContract;

class GitLabCommitsTest extends CommitsContract {

    @Override
    protected CiServer start() {
        return new GitLabFixture();
    }
}
