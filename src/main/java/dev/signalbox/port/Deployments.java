package dev.signalbox.port;

import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RepositoryId;
import java.util.List;
import java.util.Set;

/// Deployments that a CI provider recorded.
public interface Deployments {

    /// As many as are listed over all environments at most.
    int PAGE = 50;

    /// The newest deployments of a repository over all environments, newest first, one page, with their newest status where
    /// that does not take too many requests.
    ///
    /// @param watched environments whose newest status is wanted in any case, a few
    List<Deployment> recent(RepositoryId repository, Set<String> watched) throws RemoteFailure;

    /// The same, where no environment matters more than others.
    default List<Deployment> recent(RepositoryId repository) throws RemoteFailure {
        return recent(repository, Set.of());
    }

    /// The newest deployments to one environment, newest first, however many went elsewhere since; one page.
    default List<Deployment> to(RepositoryId repository, String environment) throws RemoteFailure {
        return recent(repository, Set.of(environment)).stream()
                .filter(deployment -> deployment.environment().equals(environment))
                .toList();
    }
}
