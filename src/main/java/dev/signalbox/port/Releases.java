package dev.signalbox.port;

import dev.signalbox.domain.ci.Release;
import dev.signalbox.domain.ci.RepositoryId;
import java.util.List;

/// Published versions of a CI provider.
public interface Releases {

    /// The newest releases of a repository, at most one page, in the provider's order: newest first.
    List<Release> of(RepositoryId repository) throws RemoteFailure;
}
