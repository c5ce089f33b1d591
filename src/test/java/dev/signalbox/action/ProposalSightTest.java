package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.ChangeRequest.State;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.port.RemoteFailure;
import org.junit.jupiter.api.Test;

class ProposalSightTest {

    private static final String BRANCH = "signalbox/board-0a1b2c3d";
    private static final String COMMIT = "0a1b2c3d".repeat(5);

    private final World world = new World();
    private final ProposalSight sight = new ProposalSight(world.outside());

    @Test
    void aBranchIsWhereItShouldBeOrNot() throws RemoteFailure {
        assertThat(branch(COMMIT)).isEqualTo(new Verdict.NotYet("There is no branch " + BRANCH + ".", true));
        assertThat(branch("")).isEqualTo(new Verdict.Met("The branch " + BRANCH + " is gone."));
        world.team.branches.put(BRANCH, COMMIT);
        assertThat(branch(COMMIT)).isEqualTo(new Verdict.Met("The branch " + BRANCH + " is at commit 0a1b2c3d."));
        assertThat(branch("")).isEqualTo(new Verdict.NotYet("The branch " + BRANCH + " is still there.", true));
        world.team.branches.put(BRANCH, "f".repeat(40));
        assertThat(branch(COMMIT)).isEqualTo(
                new Verdict.Excluded("The branch " + BRANCH + " is at another commit, ffffffff."));
    }

    @Test
    void aRequestIsOpenOrNot() throws RemoteFailure {
        assertThat(opens()).isEqualTo(new Verdict.NotYet("There is no pull request for the branch.", true));
        world.ci.requests.opened(BRANCH, State.CLOSED);
        assertThat(opens()).isEqualTo(new Verdict.NotYet("Pull request #12 is closed.", true));
        world.ci.requests.opened(BRANCH, State.OPEN);
        assertThat(opens()).isInstanceOfSatisfying(Verdict.Met.class, met -> {
            assertThat(met.words()).isEqualTo("Pull request #13 is open.");
            assertThat(met.request()).isNotNull();
        });
        world.ci.requests.opened(BRANCH, State.MERGED);
        assertThat(opens().words()).isEqualTo("Pull request #14 was taken in already.");
        world.ci.requests.opened(BRANCH, State.UNKNOWN);
        assertThat(opens()).as("staying so tells nothing").isEqualTo(
                new Verdict.NotYet("How Pull request #15 stands is not understood.", false));
    }

    @Test
    void aRequestIsClosedOrNot() throws RemoteFailure {
        assertThat(closes(12)).isEqualTo(new Verdict.NotYet("The pull request is not listed.", false));
        world.ci.requests.opened(BRANCH, State.OPEN);
        assertThat(closes(12)).isEqualTo(new Verdict.NotYet("Pull request #12 is still open.", true));
        world.ci.requests.opened(BRANCH, State.CLOSED);
        assertThat(closes(13)).isEqualTo(new Verdict.Met("Pull request #13 is closed."));
        assertThat(closes(12)).as("another one is newer").isInstanceOf(Verdict.NotYet.class);
        world.ci.requests.opened(BRANCH, State.MERGED);
        assertThat(closes(14)).isEqualTo(new Verdict.Excluded("Pull request #14 was taken in."));
    }

    @Test
    void onlyAnOpenRequestHasANumber() throws RemoteFailure {
        assertThat(ProposalSight.open(world.ci.ports(), FakeCi.REPOSITORY, BRANCH)).isZero();
        world.ci.requests.opened(BRANCH, State.OPEN);
        assertThat(ProposalSight.open(world.ci.ports(), FakeCi.REPOSITORY, BRANCH)).isEqualTo(12);
        world.ci.requests.opened(BRANCH, State.CLOSED);
        assertThat(ProposalSight.open(world.ci.ports(), FakeCi.REPOSITORY, BRANCH)).isZero();
    }

    private Verdict branch(String commit) throws RemoteFailure {
        return sight.branchIs(new Expectation.BranchIs(world.team.place, BRANCH, commit));
    }

    private Verdict opens() throws RemoteFailure {
        return sight.requestOpens(new Expectation.RequestOpens(FakeCi.REPOSITORY, BRANCH, 0, null));
    }

    private Verdict closes(long number) throws RemoteFailure {
        return sight.requestCloses(new Expectation.RequestCloses(FakeCi.REPOSITORY, BRANCH, number));
    }
}
