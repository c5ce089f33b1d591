package dev.signalbox.port;

import dev.signalbox.domain.setup.RepositoryChoice;
import java.util.List;

/// The repositories that an account can reach, to choose from.
public interface RepositoryChoices {

    /// All of them, those pushed last first where the server can order them so. Blocks for a request per hundred.
    ///
    /// @param progress told after each page
    /// @return what was read; less than all when `progress` asked to stop
    List<RepositoryChoice> all(Progress progress) throws RemoteFailure;

    /// Asks each whether anything was ever deployed from it. Blocks for a request each.
    ///
    /// @param progress told after each answer
    /// @return the same, in the same order, knowing more; those that were not reached or may not be asked stay unknown
    List<RepositoryChoice> withDeployments(List<RepositoryChoice> of, Progress progress) throws RemoteFailure;

    /// Hears how far it is, on the thread that asks.
    interface Progress {

        /// For those who do not want to know.
        Progress NONE = soFar -> true;

        /// @param soFar everything that was read until now
        /// @return whether to go on
        boolean read(List<RepositoryChoice> soFar);
    }
}
