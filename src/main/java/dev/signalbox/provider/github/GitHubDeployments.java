package dev.signalbox.provider.github;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.Deployments;
import dev.signalbox.port.RemoteFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Deployments at GitHub. A status is a request of its own, so it is read only for the newest deployment of each
/// environment; older ones have an unknown state.
final class GitHubDeployments implements Deployments {

    /// Review apps can make hundreds of environments; the newest ones are what people watch.
    private static final int MOST_STATUSES = 10;

    private final GitHubClient client;

    GitHubDeployments(GitHubClient client) {
        this.client = client;
    }

    @Override
    public List<Deployment> recent(RepositoryId repository) throws RemoteFailure {
        Set<String> seen = new HashSet<>();
        List<Deployment> recent = new ArrayList<>();
        for (DeploymentJson wire : client.deployments(repository)) {
            boolean newest = wire.environment() != null && seen.size() < MOST_STATUSES && seen.add(wire.environment());
            Deployment deployment = GitHubDeploymentMapping.deployment(
                    wire, newest && wire.id() != null ? newestStatus(repository, wire.id()) : null, repository);
            if (deployment != null) {
                recent.add(deployment);
            }
        }
        return recent;
    }

    private DeploymentJson.@Nullable StatusJson newestStatus(RepositoryId repository, long deployment)
            throws RemoteFailure {
        try {
            List<DeploymentJson.StatusJson> statuses = client.newestStatus(repository, deployment);
            // One that nobody has reported on is pending.
            return statuses.isEmpty() ? new DeploymentJson.StatusJson("pending", null, null) : statuses.getFirst();
        } catch (RemoteFailure e) {
            if (e.problem() instanceof RemoteProblem.NotFound) {
                return null; // deleted since the list was read
            }
            throw e;
        }
    }
}
