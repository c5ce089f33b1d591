package dev.signalbox.provider.gitlab;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.RunsContract;

class GitLabRunsTest extends RunsContract {

    @Override
    protected CiServer start() {
        return new GitLabFixture();
    }
}
