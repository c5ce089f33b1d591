package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.Deployments;
import dev.signalbox.port.RemoteFailure;
import java.util.List;

/// Deployments at GitLab; each tells its state and its job.
final class GitLabDeployments implements Deployments {

    private final GitLabDeliveryClient client;

    GitLabDeployments(GitLabDeliveryClient client) {
        this.client = client;
    }

    @Override
    public List<Deployment> recent(RepositoryId repository) throws RemoteFailure {
        return GitLabMapping.rows(
                client.deployments(repository),
                deployment -> GitLabDeploymentMapping.deployment(deployment, repository));
    }
}
