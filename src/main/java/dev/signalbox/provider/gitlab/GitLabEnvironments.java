package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.EnvironmentStanding;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.Environments;
import dev.signalbox.port.RemoteFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Environments at GitLab, and how they are protected where that is told.
final class GitLabEnvironments implements Environments {

    private final GitLabDeliveryClient client;
    private final GitLabServer server;

    GitLabEnvironments(GitLabDeliveryClient client, GitLabServer server) {
        this.client = client;
        this.server = server;
    }

    @Override
    public List<CiEnvironment> of(RepositoryId repository) throws RemoteFailure {
        List<EnvironmentJson> environments = client.environments(repository);
        List<ProtectionJson> protections = server.read(
                GitLabFeature.PROTECTION, repository, List.of(), () -> client.protections(repository));
        Map<String, ProtectionJson> byName = new HashMap<>();
        for (ProtectionJson protection : protections) {
            if (protection.name() != null) {
                byName.put(protection.name(), protection);
            }
        }
        return GitLabMapping.rows(
                environments,
                environment -> GitLabApprovalMapping.environment(
                        environment, byName.get(environment.name()), repository));
    }

    @Override
    public EnvironmentStanding standing(RepositoryId repository, long number) throws RemoteFailure {
        try {
            return GitLabApprovalMapping.standing(client.environment(repository, number), repository);
        } catch (RemoteFailure failure) {
            if (failure.problem() instanceof RemoteProblem.NotFound) {
                return EnvironmentStanding.plainly(EnvironmentStanding.State.STOPPED);
            }
            throw failure;
        }
    }
}
