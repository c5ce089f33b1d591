package dev.signalbox.provider.github;

import dev.signalbox.port.ChangeRequestsContract;
import dev.signalbox.port.CiServer;

class GitHubPullRequestsTest extends ChangeRequestsContract {

    @Override
    protected CiServer start() {
        return new GitHubFixture();
    }
}
