package dev.signalbox.provider.github;

import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.Environments;
import dev.signalbox.port.RemoteFailure;
import java.util.List;

/// Environments and their protection at GitHub.
final class GitHubEnvironments implements Environments {

    private final GitHubClient client;

    GitHubEnvironments(GitHubClient client) {
        this.client = client;
    }

    @Override
    public List<CiEnvironment> of(RepositoryId repository) throws RemoteFailure {
        return GitHubMapping.rows(
                client.environments(repository),
                environment -> GitHubApprovalMapping.environment(environment, repository));
    }
}
