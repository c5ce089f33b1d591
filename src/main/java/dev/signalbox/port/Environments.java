package dev.signalbox.port;

import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.RepositoryId;
import java.util.List;

/// Environments of a repository and how they are guarded.
public interface Environments {

    /// All environments of a repository.
    List<CiEnvironment> of(RepositoryId repository) throws RemoteFailure;
}
