package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Repositories;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Projects at GitLab. An owner is a group with all groups below it, or a person; an empty one means everything that the
/// account is a member of. What GitLab calls activity is more than pushes and may be told up to an hour late.
final class GitLabRepositories implements Repositories {

    private static final int MOST_PAGES = 50;

    /// Whether an owner is a group or a person.
    private enum Kind {
        GROUP,
        PERSON
    }

    private final GitLabClient client;
    private final GitLabProjects projects;
    private final ConnectionId connection;
    /// Found out once for each owner.
    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

    GitLabRepositories(GitLabClient client, GitLabProjects projects, ConnectionId connection) {
        this.client = client;
        this.projects = projects;
        this.connection = connection;
    }

    @Override
    public List<Repository> recentlyPushed(String owner) throws RemoteFailure {
        return rows(owner.isEmpty() ? client.busiest() : of(owner, 1));
    }

    @Override
    public List<Repository> all(String owner) throws RemoteFailure {
        return rows(owner.isEmpty() ? client.projects() : of(owner, MOST_PAGES));
    }

    @Override
    public Repository one(RepositoryId id) throws RemoteFailure {
        return GitLabRequests.known(row(client.project(id)), "GitLab's answer is not a project");
    }

    private List<ProjectJson> of(String owner, int pages) throws RemoteFailure {
        if (kinds.get(owner) == Kind.PERSON) {
            return client.ofUser(owner, pages);
        }
        try {
            List<ProjectJson> found = client.ofGroup(owner, pages);
            kinds.put(owner, Kind.GROUP);
            return found;
        } catch (RemoteFailure e) {
            if (!(e.problem() instanceof RemoteProblem.NotFound)
                    || owner.contains("/")
                    || kinds.get(owner) == Kind.GROUP) {
                throw e;
            }
        }
        List<ProjectJson> found = client.ofUser(owner, pages);
        kinds.put(owner, Kind.PERSON);
        return found;
    }

    private List<Repository> rows(List<ProjectJson> wire) {
        return GitLabMapping.rows(wire, this::row);
    }

    private @Nullable Repository row(ProjectJson wire) {
        Repository repository = GitLabMapping.repository(wire, connection);
        if (repository != null) {
            projects.learn(repository.id(), wire);
        }
        return repository;
    }
}
