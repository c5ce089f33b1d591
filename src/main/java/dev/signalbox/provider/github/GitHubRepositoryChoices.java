package dev.signalbox.provider.github;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.setup.RepositoryChoice;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.RepositoryChoices;
import dev.signalbox.provider.http.ApiUrl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Repositories of an account at GitHub, to choose from.
final class GitHubRepositoryChoices implements RepositoryChoices {

    /// For repositories that are only looked at.
    static final ConnectionId NOWHERE = new ConnectionId("setup");

    private static final int MOST_PAGES = 50;

    private final GitHubClient client;
    private final ConnectionId connection;

    GitHubRepositoryChoices(GitHubClient client, ConnectionId connection) {
        this.client = client;
        this.connection = connection;
    }

    @Override
    public List<RepositoryChoice> all(Progress progress) throws RemoteFailure {
        List<RepositoryChoice> all = new ArrayList<>();
        Set<ApiUrl> seen = new HashSet<>();
        ApiUrl page = null;
        do {
            GitHubClient.RepositoryPage read = client.reachable(page);
            GitHubMapping.rows(read.rows(), this::choice).forEach(all::add);
            page = read.next();
        } while (progress.read(List.copyOf(all)) && page != null && seen.add(page) && seen.size() < MOST_PAGES);
        return List.copyOf(all);
    }

    @Override
    public boolean hasDeployments(RepositoryChoice choice) throws RemoteFailure {
        return !client.look(choice.id(), "deployments").isEmpty();
    }

    private @Nullable RepositoryChoice choice(RepositoryJson wire) {
        Repository repository = GitHubMapping.repository(wire, connection);
        return repository == null
                ? null
                : new RepositoryChoice(repository.id(), Told.UNKNOWN, repository.archived(), repository.pushedAt());
    }
}
