package dev.signalbox.provider.github;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.RunsContract;

class GitHubRunsTest extends RunsContract {

    @Override
    protected CiServer start() {
        return new GitHubFixture();
    }
}
