package dev.signalbox.port;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.team.TeamHead;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamProposal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts new texts of the team file on branches of their own, for others to look through. The branch that is followed is
/// never written to, and no branch that is there already is moved.
public interface TeamProposals {

    /// Where the file lies.
    TeamPlace place();

    /// The account that opens the request at the CI provider; absent when the one is taken whose host it is.
    @Nullable
    ConnectionId account();

    /// The branch as it is now. Blocks; bounded in time and bytes.
    TeamHead head() throws RemoteFailure;

    /// Full name of the commit at the head of a branch now; empty when there is no such branch. Asks, fetches nothing.
    Optional<String> branch(String name) throws RemoteFailure;

    /// Makes the commit on this machine, the same for the same proposal and login, and composes the request that would put it on a branch of its own. Sends nothing.
    ///
    /// @param login who proposes it, where the configuration names no author
    Prepared prepare(TeamProposal proposal, String login) throws RemoteFailure;

    /// Composes the request that removes a branch of ours as long as it is at that commit. Sends nothing.
    PlannedRequest remove(String branch, String commit);

    /// Sends what was composed here.
    Sender sender();

    /// A commit that lies ready.
    ///
    /// @param branch that it will be on
    /// @param commit its full name, hexadecimal
    record Prepared(String branch, String commit, PlannedRequest push) {}
}
