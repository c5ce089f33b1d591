package dev.signalbox.provider.github;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.WorkflowsContract;

class GitHubWorkflowsTest extends WorkflowsContract {

    @Override
    protected CiServer start() {
        return new GitHubFixture();
    }
}
