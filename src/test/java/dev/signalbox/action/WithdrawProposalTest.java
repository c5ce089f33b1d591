package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.ChangeRequest.State;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import org.junit.jupiter.api.Test;

class WithdrawProposalTest {

    private static final Intent.WithdrawProposal INTENT = World.withdraw();

    private final World world = World.madeFor("withdraw");
    private final World.Console console = world.console("alice@desk");

    @Test
    void closesTheRequestAndRemovesTheBranch() {
        Plan plan = console.plan(INTENT);
        assertThat(plan.title()).isEqualTo("Take the proposal on " + INTENT.branch() + " back");
        assertThat(plan.steps()).extracting(PlanStep::title)
                .containsExactly("Close pull request #12", "Remove the branch " + INTENT.branch());
        assertThat(plan.steps()).extracting(PlanStep::verifies).containsExactly(
                new Expectation.RequestCloses(FakeCi.REPOSITORY, INTENT.branch(), 12),
                new Expectation.BranchIs(INTENT.place(), INTENT.branch(), ""));
        assertThat(plan.preconditions()).containsExactly(
                new Precondition.RequestIs(FakeCi.REPOSITORY, INTENT.branch(), 12),
                new Precondition.BranchAt(INTENT.place(), INTENT.branch(), INTENT.commit()));
        assertThat(plan.preview()).containsExactly(
                "pull request #12: open → closed",
                INTENT.branch() + ": at commit " + INTENT.commit().substring(0, 8) + " → removed");

        ActionRecord action = console.does(INTENT);
        assertThat(action.phase()).as(action.words()).isEqualTo(Phase.DONE);
        assertThat(action.words()).isEqualTo(
                "Pull request #12 is closed. The branch " + INTENT.branch() + " is gone.");
        assertThat(world.hasEffect("withdraw")).isTrue();
        assertThat(world.team.branches).containsOnlyKeys("main");
    }

    @Test
    void undoesAProposal() {
        World fresh = new World();
        World.Console one = fresh.console("alice@desk");
        ActionRecord proposed = one.does(World.propose());
        assertThat(proposed.plan().undo()).isInstanceOfSatisfying(
                Undo.ByIntent.class, back -> assertThat(one.does(back.intent()).phase()).isEqualTo(Phase.DONE));
        assertThat(fresh.hasEffect("withdraw")).isTrue();
    }

    @Test
    void leavesABranchAloneToWhichSomebodyAdded() {
        world.team.branches.put(INTENT.branch(), "e".repeat(40));
        Plan plan = console.plan(INTENT);
        assertThat(plan.steps()).extracting(PlanStep::title).containsExactly("Close pull request #12");
        assertThat(plan.warnings()).containsExactly("Somebody has added to the branch, so it stays.");
        console.does(INTENT);
        assertThat(world.team.branches).containsKey(INTENT.branch());
    }

    @Test
    void removesTheBranchWhereNoRequestWasOpened() {
        world.ci.requests.all.clear();
        assertThat(console.plan(INTENT).steps()).extracting(PlanStep::title)
                .containsExactly("Remove the branch " + INTENT.branch());
        assertThat(console.does(INTENT).phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void refusesWhatWasTakenIn() {
        world.ci.requests.opened(INTENT.branch(), State.MERGED);
        assertThat(console.refusal(INTENT).reason()).isEqualTo("It was taken in already, with pull request #13.");
    }

    @Test
    void refusesWhenNothingIsLeft() {
        world.ci.requests.all.clear();
        world.team.branches.remove(INTENT.branch());
        assertThat(console.refusal(INTENT).reason()).startsWith("Nothing is left to take back");
    }

    @Test
    void stopsWhenSomebodyAddsMeanwhile() {
        DraftId draft = console.operator.prepare(INTENT);
        Plan plan = console.plan(draft);
        world.team.branches.put(INTENT.branch(), "e".repeat(40));
        console.operator.confirm(draft);
        assertThat(console.action(plan).phase()).isEqualTo(Phase.STOPPED);
        assertThat(console.action(plan).words()).contains("is at commit eeeeeeee by now");
        assertThat(world.changes()).isZero();
    }

    @Test
    void stopsWhenSomebodyClosesItMeanwhile() {
        DraftId draft = console.operator.prepare(INTENT);
        Plan plan = console.plan(draft);
        world.ci.requests.apply("/close/12");
        console.operator.confirm(draft);
        assertThat(console.action(plan).phase()).isEqualTo(Phase.STOPPED);
    }

    @Test
    void tellsWhichHalfWasDone() {
        world.team.losesRequests = true;
        ActionRecord action = console.does(INTENT);
        assertThat(action.phase()).isEqualTo(Phase.FAILED);
        assertThat(action.steps()).extracting(ActionRecord.StepRecord::fate)
                .containsExactly(Fate.VERIFIED, Fate.NOT_APPLIED);
        assertThat(action.words()).contains("#12 is closed", "is still there");
    }
}
