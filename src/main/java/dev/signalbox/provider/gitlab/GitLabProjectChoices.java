package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.setup.RepositoryChoice;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.RepositoryChoices;
import java.util.ArrayList;
import java.util.List;

/// Projects that an account at GitLab is a member of, to choose from.
final class GitLabProjectChoices implements RepositoryChoices {

    private final GitLabClient client;
    private final GitLabProjects projects;
    private final ConnectionId connection;

    GitLabProjectChoices(GitLabClient client, GitLabProjects projects, ConnectionId connection) {
        this.client = client;
        this.projects = projects;
        this.connection = connection;
    }

    @Override
    public List<RepositoryChoice> all(Progress progress) throws RemoteFailure {
        List<RepositoryChoice> all = new ArrayList<>();
        client.reachable(wire -> {
            Repository repository = GitLabMapping.repository(wire, connection);
            if (repository != null) {
                projects.learn(repository.id(), wire);
                all.add(new RepositoryChoice(
                        repository.id(), Told.UNKNOWN, repository.archived(), repository.pushedAt()));
            }
        }, () -> progress.read(List.copyOf(all)));
        return List.copyOf(all);
    }

    @Override
    public boolean hasDeployments(RepositoryChoice choice) throws RemoteFailure {
        return client.hasDeployments(choice.id());
    }
}
