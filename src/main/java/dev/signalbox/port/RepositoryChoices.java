package dev.signalbox.port;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.setup.RepositoryChoice;
import dev.signalbox.domain.setup.Told;
import java.util.ArrayList;
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
    default List<RepositoryChoice> withDeployments(List<RepositoryChoice> of, Progress progress) throws RemoteFailure {
        List<RepositoryChoice> all = new ArrayList<>(of);
        for (int i = 0; i < all.size(); i++) {
            RepositoryChoice choice = all.get(i);
            all.set(i, choice.with(told(choice)));
            if (!progress.read(List.copyOf(all.subList(0, i + 1)))) {
                break;
            }
        }
        return List.copyOf(all);
    }

    /// Whether anything was ever deployed from this one: one request.
    boolean hasDeployments(RepositoryChoice choice) throws RemoteFailure;

    private Told told(RepositoryChoice choice) throws RemoteFailure {
        try {
            return Told.of(hasDeployments(choice));
        } catch (RemoteFailure e) {
            // One without deployments, or without pipelines at all, refuses the question.
            if (e.problem() instanceof RemoteProblem.Forbidden || e.problem() instanceof RemoteProblem.NotFound) {
                return Told.UNKNOWN;
            }
            throw e;
        }
    }

    /// Hears how far it is, on the thread that asks.
    interface Progress {

        /// For those who do not want to know.
        Progress NONE = soFar -> true;

        /// @param soFar everything that was read until now
        /// @return whether to go on
        boolean read(List<RepositoryChoice> soFar);
    }
}
