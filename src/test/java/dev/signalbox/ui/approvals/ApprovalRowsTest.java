package dev.signalbox.ui.approvals;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.RunState;
import dev.signalbox.testing.Examples;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.testing.SampleRuns;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.widget.Mark;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApprovalRowsTest {

    @Test
    void listsWhatIDecideFirst() {
        List<ApprovalRow> rows = ApprovalRows.of(SampleStates.rich(), NOW);
        assertThat(rows).extracting(ApprovalRow::service).containsExactly("web-frontend", "payments-api");
        assertThat(rows).extracting(ApprovalRow::mine).containsExactly(true, false);
        assertThat(rows.getFirst().sub()).isEqualTo("e51f0ab · you may decide · 10 m");
        assertThat(rows.getFirst().words()).isEqualTo("web-frontend to production, e51f0ab · you may decide · 10 m");
        assertThat(rows.get(1).sub()).startsWith("aa07777 · others decide");
        assertThat(ApprovalRows.mine(SampleStates.rich())).isEqualTo(1);
    }

    @Test
    void countsWhatWasDecidedLately() {
        ActionRecord done = SampleActions.record(
                SampleActions.approve("p8"), Phase.DONE, "", 60, Duration.ofSeconds(2), Fate.VERIFIED);
        ActionRecord old = SampleActions.record(
                SampleActions.approve("p7"), Phase.DONE, "", 90_000, Duration.ofSeconds(2), Fate.VERIFIED);
        assertThat(ApprovalRows.decided(SampleStates.full().action(done).action(old).state(), NOW))
                .isEqualTo("Last 24 h: 1 approved · 0 rejected");
        assertThat(ApprovalRows.decided(SampleStates.rich(), NOW)).isEmpty();
    }

    @Test
    void leavesOutWhatNothingWaitsFor() {
        Run going = Examples.run(5, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, NOW);
        RunState offered = new RunState(
                Reading.of(going, NOW), Map.of(), Reading.of(List.of(Examples.offer(5, 9, "docs")), NOW),
                Reading.never());
        ConsoleState state = SampleStates.full().run(Examples.runId(5), offered).state();
        assertThat(ApprovalRows.of(state, NOW)).hasSize(2);
        assertThat(ApprovalRows.mine(state)).isEqualTo(1);
    }

    @Test
    void leavesOutRunsThatHaveEnded() {
        RunState ended = waiting(Examples.run(5, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOW), "production");
        ConsoleState state = SampleStates.full().run(Examples.runId(5), ended).state();
        assertThat(ApprovalRows.of(state, NOW)).hasSize(2);
    }

    @Test
    void namesTheRepositoryWhereNoServiceIsDescribed() {
        Run run = Examples.run(5, 2, RunStatus.WAITING, Conclusion.NONE, NOW.minusSeconds(7_200));
        ConsoleState state = SampleStates.full().run(run.id(), waiting(run, "production")).state();
        ApprovalRow oldest = ApprovalRows.of(state, NOW).getFirst();
        assertThat(oldest.service()).isEqualTo("checkout");
        assertThat(oldest.sub()).contains("2 h");
    }

    @Test
    void showsWhatADecisionIsAbout() {
        ApprovalCard card = card(SampleStates.full(), null);
        assertThat(card.title()).isEqualTo("web-frontend → production");
        assertThat(card.from()).isEqualTo("v5.19.2");
        assertThat(card.to()).isEqualTo("e51f0ab");
        assertThat(card.pill()).isEqualTo("waits for you for 10 m");
        assertThat(card.changesHeading()).isEqualTo("What changes · 14 commits · 1 migration");
        assertThat(card.commits()).extracting(ApprovalCard.CommitLine::subject).contains("Lazy-load basket drawer");
        assertThat(card.changesNote()).isEqualTo("db/V42__add_index.sql · … 11 more");
        assertThat(card.changesWarn()).isTrue();
        assertThat(card.jobsHeading()).isEqualTo("What the run has shown · 3 good");
        assertThat(card.jobs()).extracting(ApprovalCard.Line::words)
                .containsExactly("passed", "passed", "passed", "waits");
        assertThat(card.jobs().getLast().mark()).isEqualTo(Mark.WAITING);
        assertThat(card.peopleHeading()).isEqualTo("Reviews · not who started it, only some branches");
        assertThat(card.people()).extracting(ApprovalCard.Line::name)
                .containsExactly("qa-lead", "release-managers", "qa-lead", "you");
        assertThat(card.promise()).startsWith("You decide on exactly e51f0ab, attempt 1, for production.");
        assertThat(card.blocked()).isEmpty();
        assertThat(card.planWords()).isEqualTo("Working out the exact request…");
    }

    @Test
    void showsTheExactRequestOnceItIsWorkedOut() {
        Plan plan = SampleActions.approve("p9");
        ApprovalCard card = card(SampleStates.full(), new Draft.Ready(new DraftId("d"), plan.intent(), plan));
        assertThat(card.planWords()).isEmpty();
        assertThat(card.steps()).singleElement().satisfies(step -> assertThat(step.request())
                .isEqualTo("POST /repos/acme/web-frontend/actions/runs/4180/pending_deployments"));
    }

    @Test
    void saysWhyItCannotBeDecided() {
        Plan plan = SampleActions.approve("p9");
        ApprovalCard card = card(
                SampleStates.full(),
                new Draft.Refused(new DraftId("d"), plan.intent(), "The run has finished.", "Look at the newest run."));
        assertThat(card.blocked()).isEqualTo("The run has finished.");
        assertThat(card.planWords()).contains("Look at the newest run.");
        ApprovalCard others = ApprovalCards.of(
                SampleStates.rich(), waiting(SampleStates.rich(), 1), RuleChoices.NONE, null, NOW);
        assertThat(others.blocked()).startsWith("You are not among its reviewers");
        assertThat(others.people()).extracting(ApprovalCard.Line::name).doesNotContain("you");
    }

    @Test
    void aPlanThatCouldNotBeReadSaysSoAndBlocksNothing() {
        ApprovalCard card = card(SampleStates.full(), new Draft.Refused(
                new DraftId("d"), SampleActions.approve("p9").intent(), "No usable answer: reset",
                "Check the connection and try again.",
                new RemoteProblem.Unreachable("reset", RemoteProblem.Sent.NOTHING)));
        assertThat(card.planWords()).isEqualTo("No usable answer: reset Check the connection and try again.");
        assertThat(card.blocked()).isEmpty();
    }

    @Test
    void keepsTheLastGoodValueBesideAProblem() {
        ConsoleState state = SampleStates.rich();
        RunState known = state.run(SampleRuns.WEB_RELEASE);
        Reading<List<PendingApproval>> stale =
                known.pending().after(new Answer.Bad<>(new RemoteProblem.ServerFault("", 502), NOW));
        ApprovalCard card = card(
                SampleStates.full().run(
                        SampleRuns.WEB_RELEASE, new RunState(known.run(), known.jobs(), stale, known.reviews())),
                null);
        assertThat(card.problem()).isEqualTo("The server failed (502). What is shown is the last that was read.");
        assertThat(card.title()).isEqualTo("web-frontend → production");
    }

    private static ApprovalCard card(SampleStates states, @Nullable Draft draft) {
        ConsoleState state = states.state();
        return ApprovalCards.of(state, waiting(state, 0), RuleChoices.NONE, draft, NOW);
    }

    private static ApprovalRows.Waiting waiting(ConsoleState state, int index) {
        return ApprovalRows.waiting(state).get(index);
    }

    private static RunState waiting(Run run, String environment) {
        return new RunState(
                Reading.of(run, NOW), Map.of(),
                Reading.of(List.of(Examples.approval(run.id().number(), environment, true)), NOW), Reading.never());
    }
}
