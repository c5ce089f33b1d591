package dev.signalbox.port;

import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RepositoryId;
import java.util.List;

/// Deployments that a CI provider recorded.
public interface Deployments {

    /// The newest deployments of a repository over all environments with their newest status, newest first, one page.
    List<Deployment> recent(RepositoryId repository) throws RemoteFailure;
}
