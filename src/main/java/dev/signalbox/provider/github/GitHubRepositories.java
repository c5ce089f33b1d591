package dev.signalbox.provider.github;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Repositories;
import dev.signalbox.provider.http.ApiUrl;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Repositories at GitHub. An empty owner means everything that the account can reach.
final class GitHubRepositories implements Repositories {

    private static final int MOST_PAGES = 50;

    private final GitHubClient client;
    private final ConnectionId connection;
    /// Which list an owner's repositories are in; found out once.
    private final Map<String, ApiUrl> lists = new ConcurrentHashMap<>();

    GitHubRepositories(GitHubClient client, ConnectionId connection) {
        this.client = client;
        this.connection = connection;
    }

    @Override
    public List<Repository> recentlyPushed(String owner) throws RemoteFailure {
        return read(owner, 1);
    }

    @Override
    public List<Repository> all(String owner) throws RemoteFailure {
        return read(owner, MOST_PAGES);
    }

    @Override
    public Repository one(RepositoryId id) throws RemoteFailure {
        return GitHubClient.known(
                GitHubMapping.repository(client.repository(id), connection), "GitHub's answer is not a repository");
    }

    private List<Repository> read(String owner, int pages) throws RemoteFailure {
        if (owner.isEmpty()) {
            return rows(client.repositories(client.at("user", "repos"), pages));
        }
        ApiUrl known = lists.get(owner);
        if (known != null) {
            return rows(client.repositories(known, pages));
        }
        ApiUrl organisation = client.at("orgs", owner, "repos");
        try {
            List<Repository> found = rows(client.repositories(organisation, pages));
            lists.put(owner, organisation);
            return found;
        } catch (RemoteFailure e) {
            if (!(e.problem() instanceof RemoteProblem.NotFound)) {
                throw e;
            }
        }
        // Not an organisation. What is private is only in the account's own list.
        boolean own = owner.equalsIgnoreCase(client.user().login());
        ApiUrl person = own
                ? client.at("user", "repos").query("affiliation", "owner")
                : client.at("users", owner, "repos");
        List<Repository> found = rows(client.repositories(person, pages));
        lists.put(owner, person);
        return found;
    }

    private List<Repository> rows(List<RepositoryJson> wire) {
        return GitHubMapping.rows(wire, repository -> GitHubMapping.repository(repository, connection));
    }
}
