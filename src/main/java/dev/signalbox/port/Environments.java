package dev.signalbox.port;

import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.EnvironmentStanding;
import dev.signalbox.domain.ci.RepositoryId;
import java.util.List;

/// Environments of a repository and how they are guarded.
public interface Environments {

    /// All environments of a repository.
    List<CiEnvironment> of(RepositoryId repository) throws RemoteFailure;

    /// Whether one environment is in use. One that is not there is stopped.
    ///
    /// @param number the provider's id
    default EnvironmentStanding standing(RepositoryId repository, long number) throws RemoteFailure {
        boolean listed = of(repository).stream().anyMatch(environment -> environment.number() == number);
        return EnvironmentStanding.plainly(
                listed ? EnvironmentStanding.State.AVAILABLE : EnvironmentStanding.State.STOPPED);
    }
}
