package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.Deployments;
import dev.signalbox.port.RemoteFailure;
import java.util.List;
import java.util.Set;

/// Deployments at GitLab; each tells its state and its job.
final class GitLabDeployments implements Deployments {

    private final GitLabDeliveryClient client;

    GitLabDeployments(GitLabDeliveryClient client) {
        this.client = client;
    }

    @Override
    public List<Deployment> recent(RepositoryId repository, Set<String> watched) throws RemoteFailure {
        return told(repository, client.deployments(repository));
    }

    @Override
    public List<Deployment> to(RepositoryId repository, String environment) throws RemoteFailure {
        return told(repository, client.deployments(repository, environment));
    }

    private static List<Deployment> told(RepositoryId repository, List<DeploymentJson> newestFirst) {
        return GitLabMapping.rows(
                newestFirst,
                deployment -> GitLabDeploymentMapping.deployment(deployment, repository));
    }
}
