package dev.signalbox.provider.github;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.Deployments;
import dev.signalbox.port.RemoteFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Deployments at GitHub. A status is a request of its own, so it is read only for the newest deployment of each
/// environment; older ones have an unknown state.
final class GitHubDeployments implements Deployments {

    /// Review apps can make hundreds of environments; the newest ones are what people watch.
    private static final int MOST_STATUSES = 10;

    /// How far back the deployment that succeeded is looked for.
    private static final int MOST_DEEP = 4;

    private final GitHubClient client;

    GitHubDeployments(GitHubClient client) {
        this.client = client;
    }

    @Override
    public List<Deployment> recent(RepositoryId repository) throws RemoteFailure {
        Map<String, Integer> asked = new HashMap<>();
        List<Deployment> recent = new ArrayList<>();
        for (DeploymentJson wire : client.deployments(repository)) {
            boolean wanted = isWanted(wire, asked);
            Deployment deployment = GitHubDeploymentMapping.deployment(
                    wire, wanted && wire.id() != null ? newestStatus(repository, wire.id()) : null, repository);
            if (deployment != null) {
                recent.add(deployment);
            }
            if (wanted && wire.environment() != null) {
                boolean settled = deployment != null && deployment.state() == Deployment.State.SUCCESS;
                asked.merge(wire.environment(), settled ? MOST_DEEP : 1, Integer::sum);
            }
        }
        return recent;
    }

    /// Statuses are asked for from the newest deployment of an environment back to the one that succeeded: that one runs,
    /// while newer ones may still wait for people.
    private static boolean isWanted(DeploymentJson wire, Map<String, Integer> asked) {
        String environment = wire.environment();
        return environment != null
                && (asked.containsKey(environment) || asked.size() < MOST_STATUSES)
                && asked.getOrDefault(environment, 0) < MOST_DEEP;
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
