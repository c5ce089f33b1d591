package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.domain.team.TeamHead;
import dev.signalbox.domain.team.TeamProposal;
import dev.signalbox.port.TeamProposals.Prepared;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every way to propose a team file promises.
public abstract class TeamProposalsContract {

    /// When proposals are made here.
    protected static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123Z");

    /// The text that is there at first.
    protected static final String OLD = "version: 1\n";

    /// The text that is proposed.
    protected static final String NEW = "version: 1\nservices: []\n";

    /// The port, about `ops/board.yaml` on `main`.
    protected abstract TeamProposals proposals();

    /// Commits that file's text on `main`; returns the commit's full name.
    protected abstract String commit(String text) throws IOException;

    /// Head of a branch at the server; absent when there is none.
    protected abstract @Nullable String head(String branch) throws IOException;

    /// That file on a branch at the server.
    protected abstract String text(String branch) throws IOException;

    /// The server refuses pushes from now on.
    protected abstract void refuse(String reason);

    /// The repository answers nothing any more.
    protected abstract void vanish();

    @Test
    void tellsTheHeadThatIsWrittenOn() throws Exception {
        String first = commit(OLD);
        assertThat(proposals().head()).isEqualTo(TeamHead.with(first, OLD));
    }

    @Test
    void putsTheTextOnABranchOfItsOwnAndLeavesTheFollowedOneAlone() throws Exception {
        String first = commit(OLD);
        TeamProposals proposals = proposals();
        Prepared prepared = prepared(proposals, first);
        assertThat(head(prepared.branch())).as("before it is sent").isNull();
        assertThat(proposals.branch(prepared.branch())).isEmpty();

        assertThat(proposals.sender().send(prepared.push())).isInstanceOf(SendOutcome.Applied.class);
        assertThat(prepared.branch()).isEqualTo("signalbox/board-" + prepared.commit().substring(0, 8));
        assertThat(head(prepared.branch())).isEqualTo(prepared.commit());
        assertThat(proposals.branch(prepared.branch())).contains(prepared.commit());
        assertThat(text(prepared.branch())).isEqualTo(NEW);
        assertThat(head("main")).isEqualTo(first);
        assertThat(text("main")).isEqualTo(OLD);
    }

    @Test
    void theSameAgainIsRefusedBecauseTheBranchIsThere() throws Exception {
        TeamProposals proposals = proposals();
        Prepared prepared = prepared(proposals, commit(OLD));
        proposals.sender().send(prepared.push());
        assertThat(proposals.sender().send(prepared.push())).isInstanceOfSatisfying(
                SendOutcome.NotApplied.class,
                refused -> assertThat(refused.problem()).isInstanceOf(RemoteProblem.Conflict.class));
        assertThat(head(prepared.branch())).isEqualTo(prepared.commit());
    }

    @Test
    void theSameProposalAtTheSameTimeIsTheSameCommit() throws Exception {
        TeamProposals proposals = proposals();
        String first = commit(OLD);
        assertThat(prepared(proposals, first)).isEqualTo(prepared(proposals, first));
        TeamProposal later = new TeamProposal(first, NEW, "List no services", "They moved.", NOON.plusSeconds(1));
        assertThat(proposals.prepare(later, "ann").commit())
                .isNotEqualTo(prepared(proposals, first).commit());
    }

    @Test
    void removesItsBranchAsLongAsNobodyAddedToIt() throws Exception {
        TeamProposals proposals = proposals();
        String first = commit(OLD);
        Prepared prepared = prepared(proposals, first);
        proposals.sender().send(prepared.push());
        assertThat(proposals.sender().send(proposals.remove(prepared.branch(), first)))
                .as("somebody added to it").isInstanceOf(SendOutcome.NotApplied.class);
        assertThat(head(prepared.branch())).isEqualTo(prepared.commit());

        assertThat(proposals.sender().send(proposals.remove(prepared.branch(), prepared.commit())))
                .isInstanceOf(SendOutcome.Applied.class);
        assertThat(head(prepared.branch())).isNull();
        assertThat(head("main")).isEqualTo(first);
    }

    @Test
    void aServerThatRefusesIsQuotedAndNothingIsDone() throws Exception {
        TeamProposals proposals = proposals();
        Prepared prepared = prepared(proposals, commit(OLD));
        refuse("not on a \u202eFriday");
        assertThat(proposals.sender().send(prepared.push())).isInstanceOfSatisfying(
                SendOutcome.NotApplied.class,
                refused -> assertThat(refused.problem().detail()).contains("Friday").doesNotContain("\u202e"));
        assertThat(head(prepared.branch())).isNull();
    }

    @Test
    void aRepositoryThatIsGoneGetsNothing() throws Exception {
        TeamProposals proposals = proposals();
        Prepared prepared = prepared(proposals, commit(OLD));
        vanish();
        assertThat(proposals.sender().send(prepared.push())).isInstanceOfSatisfying(
                SendOutcome.NotApplied.class,
                refused -> assertThat(refused.problem()).isEqualTo(new RemoteProblem.Unreachable(
                        refused.problem().detail(), RemoteProblem.Sent.NOTHING)));
        assertThat(catchThrowableOfType(RemoteFailure.class, proposals::head).problem())
                .isInstanceOf(RemoteProblem.Unreachable.class);
    }

    /// That text on a commit, with a title and a description.
    protected static TeamProposal proposal(String head) {
        return new TeamProposal(head, NEW, "List no services", "They moved.", NOON);
    }

    /// A commit that lies ready, by ann at noon.
    protected static Prepared prepared(TeamProposals proposals, String head) throws RemoteFailure {
        proposals.head();
        return proposals.prepare(proposal(head), "ann");
    }
}
