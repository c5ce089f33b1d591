package dev.signalbox.port;

import dev.signalbox.domain.ci.ChangeProposal;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.plan.PlannedRequest;
import java.util.Optional;

/// Asks others to take a branch in, by a pull request or a merge request. Nothing is ever taken in from here.
public interface ChangeProposals {

    /// The newest request for a branch, whatever became of it; empty when there was never one.
    Optional<ChangeRequest> of(RepositoryId repository, String branch) throws RemoteFailure;

    /// Composes the request that opens one. Sends nothing, reads nothing.
    PlannedRequest open(ChangeProposal proposal);

    /// Composes the request that closes one without taking it in. Sends nothing, reads nothing.
    PlannedRequest close(RepositoryId repository, long number);
}
