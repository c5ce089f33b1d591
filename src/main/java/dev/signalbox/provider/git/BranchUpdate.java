package dev.signalbox.provider.git;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.domain.text.SafeText;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;

/// One change of one branch at the repository, sent once. The server is told what the branch is thought to be, and does
/// nothing when it is something else: gitprotocol-pack, “Reference Update Request”. No hook of this machine runs.
///
/// @param branch without `refs/heads/`
/// @param from where it must be; zero when it must not exist
/// @param to where it goes; zero when it goes away
record BranchUpdate(String branch, ObjectId from, ObjectId to) {

    private static final String MOVED = "The branch is not where it was any more, so nothing was pushed.";

    SendOutcome send(Repository repository, GitSettings settings) {
        boolean sent = false;
        try (GitWay way = new GitWay(settings);
                Transport transport = way.open(repository);
                PushConnection connection = transport.openPush()) {
            String name = "refs/heads/" + branch;
            Ref there = connection.getRef(name);
            ObjectId now = there == null ? ObjectId.zeroId() : Objects.requireNonNull(there.getObjectId());
            if (!now.equals(from)) {
                return new SendOutcome.NotApplied(new RemoteProblem.Conflict(MOVED));
            }
            RemoteRefUpdate update =
                    new RemoteRefUpdate(repository, (String) null, to, name, false, null, from);
            sent = true;
            connection.push(new Patience(way.limits()), Map.of(name, update));
            return outcome(update);
        } catch (IOException failure) {
            RemoteProblem problem = GitProblems.of(failure, settings.place(), !settings.token().isEmpty());
            return sent ? new SendOutcome.Unknown(problem) : new SendOutcome.NotApplied(nothingSent(problem));
        }
    }

    private static SendOutcome outcome(RemoteRefUpdate update) {
        String said = SafeText.line(Objects.requireNonNullElse(update.getMessage(), "no reason given"), 300);
        return switch (update.getStatus()) {
            case OK, UP_TO_DATE -> new SendOutcome.Applied(200, "");
            case REJECTED_REMOTE_CHANGED, REJECTED_NONFASTFORWARD, NON_EXISTING ->
                    new SendOutcome.NotApplied(new RemoteProblem.Conflict(MOVED));
            case REJECTED_NODELETE, REJECTED_OTHER_REASON ->
                    new SendOutcome.NotApplied(
                            new RemoteProblem.Rejected("The repository refused the branch: " + said + ".", 0));
            case NOT_ATTEMPTED, AWAITING_REPORT ->
                    new SendOutcome.Unknown(new RemoteProblem.Unreadable("The repository did not say what it did."));
        };
    }

    private static RemoteProblem nothingSent(RemoteProblem problem) {
        return problem instanceof RemoteProblem.Unreachable(String detail, Sent ignored)
                ? new RemoteProblem.Unreachable(detail, Sent.NOTHING)
                : problem;
    }
}
