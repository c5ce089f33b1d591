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
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Deployments at GitHub. A status is a request of its own, so it is read only for the newest deployment of each
/// environment, and where an environment is watched for what one could go back to; other ones have an unknown state.
final class GitHubDeployments implements Deployments {

    /// Review apps can make hundreds of environments; beside those that are watched, the newest ones are told.
    private static final int MOST_STATUSES = 10;

    /// How far back the deployment that succeeded is looked for: past so many that only wait, or a third of them of others.
    private static final int MOST_DEEP = 12;

    private static final int OTHERS = 3;

    private final GitHubClient client;
    private final GitHubEarlierDeployments earlier;

    GitHubDeployments(GitHubClient client) {
        this.client = client;
        earlier = new GitHubEarlierDeployments(this::statusWithPage);
    }

    @Override
    public List<Deployment> recent(RepositoryId repository, Set<String> watched) throws RemoteFailure {
        List<Deployment> recent = withStatuses(repository, client.deployments(repository), watched);
        for (String environment : watched) {
            List<Deployment> listed = recent;
            recent = replaced(listed, orNone(() -> earlier.remembered(listed, environment)));
        }
        return recent;
    }

    @Override
    public List<Deployment> to(RepositoryId repository, String environment) throws RemoteFailure {
        List<Deployment> there =
                withStatuses(repository, client.deployments(repository, environment), Set.of(environment));
        return replaced(there, orNone(() -> earlier.read(there, environment)));
    }

    /// What runs there is known without them, so a failure on the way costs only the ways back.
    private static List<Deployment> orNone(Earlier wanted) {
        try {
            return wanted.read();
        } catch (RemoteFailure unread) {
            return List.of();
        }
    }

    @FunctionalInterface
    private interface Earlier {

        List<Deployment> read() throws RemoteFailure;
    }

    private static List<Deployment> replaced(List<Deployment> newestFirst, List<Deployment> told) {
        Map<Long, Deployment> byNumber = told.stream().collect(Collectors.toMap(Deployment::number, d -> d));
        return newestFirst.stream().map(d -> byNumber.getOrDefault(d.number(), d)).toList();
    }

    private List<Deployment> withStatuses(
            RepositoryId repository, List<DeploymentJson> newestFirst, Set<String> watched) throws RemoteFailure {
        Map<String, Integer> asked = new HashMap<>();
        List<Deployment> recent = new ArrayList<>();
        for (DeploymentJson wire : newestFirst) {
            boolean wanted = isWanted(wire, asked, watched);
            Deployment deployment = GitHubDeploymentMapping.deployment(
                    wire, wanted && wire.id() != null ? newestStatus(repository, wire.id()) : null, repository);
            if (deployment != null) {
                recent.add(deployment);
            }
            if (wanted && wire.environment() != null) {
                asked.merge(wire.environment(), weight(deployment), Integer::sum);
            }
        }
        return recent;
    }

    private static int weight(@Nullable Deployment deployment) {
        return deployment == null
                ? OTHERS
                : switch (deployment.state()) {
                    case SUCCESS -> MOST_DEEP;
                    case WAITING, QUEUED, PENDING -> 1;
                    case IN_PROGRESS, INACTIVE, CANCELLED, FAILURE, ERROR, UNKNOWN -> OTHERS;
                };
    }

    /// Statuses are asked for from the newest deployment of an environment back to the one that succeeded: that one runs,
    /// while newer ones may still wait for people.
    private static boolean isWanted(DeploymentJson wire, Map<String, Integer> asked, Set<String> watched) {
        String environment = wire.environment();
        return environment != null
                && (watched.contains(environment) || asked.containsKey(environment) || asked.size() < MOST_STATUSES)
                && asked.getOrDefault(environment, 0) < MOST_DEEP;
    }

    /// That a deployment became inactive is reported by GitHub itself, which need not name the page of the job again.
    private DeploymentJson.@Nullable StatusJson statusWithPage(RepositoryId repository, long deployment)
            throws RemoteFailure {
        DeploymentJson.StatusJson newest = newestStatus(repository, deployment);
        return newest == null || !"inactive".equals(newest.state()) || newest.hasPage()
                ? newest
                : client.statuses(repository, deployment).stream()
                        .filter(DeploymentJson.StatusJson::hasPage)
                        .findFirst()
                        .map(newest::withPageOf)
                        .orElse(newest);
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
