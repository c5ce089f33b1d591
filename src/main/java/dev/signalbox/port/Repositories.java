package dev.signalbox.port;

import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import java.util.List;

/// Repositories of a CI provider.
public interface Repositories {

    /// Repositories of an organisation or user, most recently pushed first. One page: a cheap probe for what moved.
    List<Repository> recentlyPushed(String owner) throws RemoteFailure;

    /// Every repository of an organisation or user.
    List<Repository> all(String owner) throws RemoteFailure;

    /// One repository.
    Repository one(RepositoryId id) throws RemoteFailure;
}
