package dev.signalbox.port;

import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.RepositoryId;
import java.util.List;

/// Times in which a repository should not deploy.
public interface Freezes {

    /// All freezes of a repository, also those that are not in force now; empty where the provider knows none.
    List<Freeze> of(RepositoryId repository) throws RemoteFailure;
}
