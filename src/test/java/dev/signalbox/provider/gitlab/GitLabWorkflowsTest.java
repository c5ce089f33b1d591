package dev.signalbox.provider.gitlab;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.WorkflowsContract;

class GitLabWorkflowsTest extends WorkflowsContract {

    @Override
    protected CiServer start() {
        return new GitLabFixture();
    }

    /// Which workflows there are needs no question.
    @Override
    protected Object read(CiServer server) throws RemoteFailure {
        return server.provider()
                .workflows()
                .manualStart(GitLabMapping.workflow(server.repository(), "https://gitlab.com"), "main");
    }
}
