package dev.signalbox.action;

import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.CiWords;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;

/// Reads how a proposal of the team file stands: its branch, and the request for it.
final class ProposalSight {

    private final Outside outside;

    ProposalSight(Outside outside) {
        this.outside = outside;
    }

    Verdict branchIs(Expectation.BranchIs e) throws RemoteFailure {
        String there = outside.team(e.place()).branch(e.branch()).orElse("");
        String name = Words.name(e.branch());
        if (there.equals(e.commit())) {
            return new Verdict.Met(there.isEmpty()
                    ? "The branch " + name + " is gone."
                    : "The branch " + name + " is at commit " + Words.commit(there) + ".");
        }
        if (there.isEmpty()) {
            return new Verdict.NotYet("There is no branch " + name + ".", true);
        }
        return e.commit().isEmpty()
                ? new Verdict.NotYet("The branch " + name + " is still there.", true)
                : new Verdict.Excluded(
                        "The branch " + name + " is at another commit, " + Words.commit(there) + ".");
    }

    Verdict requestOpens(Expectation.RequestOpens e) throws RemoteFailure {
        CiProvider ci = outside.provider(e.repository().connection());
        String word = CiWords.of(ci.kind()).request();
        ChangeRequest request = ci.changeProposals().of(e.repository(), e.branch()).orElse(null);
        if (request == null) {
            return new Verdict.NotYet("There is no " + word + " for the branch.", true);
        }
        String name = name(ci, request);
        return switch (request.state()) {
            case OPEN -> new Verdict.Met(name + " is open.", request);
            case MERGED -> new Verdict.Met(name + " was taken in already.", request);
            case CLOSED -> new Verdict.NotYet(name + " is closed.", true);
            case UNKNOWN -> new Verdict.NotYet("How " + name + " stands is not understood.", false);
        };
    }

    Verdict requestCloses(Expectation.RequestCloses e) throws RemoteFailure {
        CiProvider ci = outside.provider(e.repository().connection());
        ChangeRequest request = ci.changeProposals().of(e.repository(), e.branch()).orElse(null);
        if (request == null || request.number() != e.number()) {
            return new Verdict.NotYet("The " + CiWords.of(ci.kind()).request() + " is not listed.", false);
        }
        String name = name(ci, request);
        return switch (request.state()) {
            case CLOSED -> new Verdict.Met(name + " is closed.");
            case MERGED -> new Verdict.Excluded(name + " was taken in.");
            case OPEN -> new Verdict.NotYet(name + " is still open.", true);
            case UNKNOWN -> new Verdict.NotYet("How " + name + " stands is not understood.", false);
        };
    }

    /// Number of the newest request for a branch, if it is open; 0 otherwise.
    static long open(CiProvider ci, RepositoryId repository, String branch) throws RemoteFailure {
        return ci.changeProposals().of(repository, branch)
                .filter(request -> request.state() == ChangeRequest.State.OPEN)
                .map(ChangeRequest::number)
                .orElse(0L);
    }

    private static String name(CiProvider ci, ChangeRequest request) {
        CiWords words = CiWords.of(ci.kind());
        return words.requestFirst() + " " + words.requestMark() + request.number();
    }
}
