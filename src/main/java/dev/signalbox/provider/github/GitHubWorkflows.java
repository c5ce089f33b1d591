package dev.signalbox.provider.github;

import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.domain.ci.WorkflowInput;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Workflows;
import java.util.List;

/// Workflows at GitHub.
final class GitHubWorkflows implements Workflows {

    private final GitHubClient client;

    GitHubWorkflows(GitHubClient client) {
        this.client = client;
    }

    @Override
    public List<Workflow> of(RepositoryId repository) throws RemoteFailure {
        return GitHubMapping.rows(
                client.workflows(repository), workflow -> GitHubMapping.workflow(workflow, repository));
    }

    @Override
    public List<WorkflowInput> inputs(Workflow workflow, String ref) throws RemoteFailure {
        return List.of();
    }
}
