package dev.signalbox.ui.approvals;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.RunState;
import dev.signalbox.testing.FakeOperator;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.testing.SampleRuns;
import dev.signalbox.testing.SampleStates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApprovalsViewModelTest {

    private final FakeOperator operator = new FakeOperator();
    private final List<Intent> proposed = new ArrayList<>();
    private final List<Focus> focus = new ArrayList<>();
    private final ApprovalsViewModel model = new ApprovalsViewModel(operator, proposed::add, focus::add);

    @Test
    void preparesNothingWhileNobodyLooks() {
        model.show(SampleStates.rich(), NOW);
        assertThat(operator.prepared).isEmpty();
        assertThat(focus).isEmpty();
    }

    @Test
    void looksAtTheFirstAndPreparesItOnce() {
        show();
        model.show(SampleStates.rich(), NOW.plusSeconds(1));
        assertThat(operator.prepared).containsExactly(review(Decision.APPROVE, ""));
        assertThat(focus).containsExactly(Focus.NOWHERE.withRuns(Set.of(SampleRuns.WEB_RELEASE))
                .withComparisons(Set.of(new ComparisonKey(SampleStates.repository("web-frontend"),
                        SampleRuns.WEB_DEPLOYED_SHA, SampleRuns.WEB_SHA))));
    }

    @Test
    void proposesExactlyWhatWasShownWithTheComment() {
        show();
        model.commentProperty().set("  soak was fine ");
        model.approve();
        assertThat(proposed).containsExactly(review(Decision.APPROVE, "soak was fine"));
    }

    @Test
    void rejectsOnlyWithAComment() {
        show();
        assertThat(model.rejectable().get()).isFalse();
        model.commentProperty().set("   ");
        model.reject();
        assertThat(proposed).isEmpty();
        model.commentProperty().set("wrong migration");
        assertThat(model.rejectable().get()).isTrue();
        model.reject();
        assertThat(proposed).containsExactly(review(Decision.REJECT, "wrong migration"));
    }

    @Test
    void doesNotDecideWhatIsForOthers() {
        show();
        model.select(SampleRuns.PAYMENTS_RELEASE, "production");
        assertThat(model.approvable().get()).isFalse();
        model.approve();
        assertThat(proposed).isEmpty();
        assertThat(operator.prepared).hasSize(1);
        assertThat(operator.discarded).containsExactly(new DraftId("draft-1"));
    }

    @Test
    void keepsACommentForWhatItWasWrittenFor() {
        show();
        model.commentProperty().set("for the other one");
        model.select(SampleRuns.PAYMENTS_RELEASE, "production");
        assertThat(model.commentProperty().get()).isEmpty();
        model.select(SampleRuns.WEB_RELEASE, "production");
        assertThat(model.commentProperty().get()).isEqualTo("for the other one");
    }

    @Test
    void bringsTheCommentBackWithWhatHadLeftTheQueueForAMoment() {
        show();
        model.commentProperty().set("soak was fine");
        model.show(ConsoleState.EMPTY, NOW);
        assertThat(model.commentProperty().get()).isEmpty();
        model.show(SampleStates.rich(), NOW);
        assertThat(model.commentProperty().get()).isEqualTo("soak was fine");
    }

    @Test
    void preparesAnewWhenTheRunHasMoved() {
        show();
        ConsoleState state = SampleStates.rich();
        RunState known = state.run(SampleRuns.WEB_RELEASE);
        Run run = Objects.requireNonNull(known.run().value());
        Run second = new Run(
                run.id(), 2, run.workflow(), run.workflowName(), run.workflowPath(), run.number(), run.title(),
                run.event(),
                run.status(), run.conclusion(), run.branch(), run.headSha(), run.actor(), run.triggeredBy(),
                run.createdAt(), run.startedAt(), NOW, run.page());
        RunState moved = new RunState(
                Reading.of(second, NOW), known.jobs(), known.pending(), known.reviews());
        model.show(SampleStates.full().run(SampleRuns.WEB_RELEASE, moved).state(), NOW);
        assertThat(operator.prepared).hasSize(2);
        assertThat(operator.discarded).containsExactly(new DraftId("draft-1"));
    }

    @Test
    void aPlanThatCouldNotBeReadLocksNothingAndIsPreparedAnewAtTheNextAnswer() {
        show();
        Intent asked = review(Decision.APPROVE, "");
        SampleStates states = SampleStates.full().draft(new Draft.Refused(
                new DraftId("draft-1"), asked, "No usable answer: reset", "Try again.",
                new RemoteProblem.Unreachable("reset", RemoteProblem.Sent.NOTHING)));
        model.show(states.state(), NOW.plusSeconds(1));
        assertThat(operator.prepared).as("nobody has answered since").hasSize(1);
        model.commentProperty().set("wrong migration");
        assertThat(model.approvable().get()).isTrue();
        assertThat(model.rejectable().get()).isTrue();

        RunState known = states.state().run(SampleRuns.WEB_RELEASE);
        RunState read = new RunState(
                known.run(), known.jobs(), Reading.of(known.pending().or(List.of()), NOW.plusSeconds(20)),
                known.reviews());
        model.show(states.run(SampleRuns.WEB_RELEASE, read).state(), NOW.plusSeconds(20));
        model.show(states.state(), NOW.plusSeconds(21));
        assertThat(operator.prepared).containsExactly(asked, asked);
        assertThat(operator.discarded).containsExactly(new DraftId("draft-1"));
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"VERIFYING", "DONE", "UNKNOWN", "CLOSED"})
    void aCommentThatWasSentDoesNotComeBack(Phase phase) {
        show();
        model.commentProperty().set("soak was fine ");
        ConsoleState sent = SampleStates.full().action(decided("soak was fine", phase)).state();
        model.show(sent, NOW);
        assertThat(model.commentProperty().get()).isEmpty();
        model.show(ConsoleState.EMPTY, NOW);
        model.show(sent, NOW);
        assertThat(model.commentProperty().get()).isEmpty();
        model.commentProperty().set("soak was fine");
        model.show(sent, NOW);
        assertThat(model.commentProperty().get()).as("written again").isEqualTo("soak was fine");
    }

    @Test
    void aCommentIsForgottenAlsoWhenItsDecisionLeftTheQueueBeforeTheAnswerWasSeen() {
        show();
        model.commentProperty().set("soak was fine");
        model.show(ConsoleState.EMPTY, NOW);
        model.show(SampleStates.full().action(decided("soak was fine", Phase.DONE)).state(), NOW);
        assertThat(model.commentProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"CHECKING", "SENDING", "STOPPED", "FAILED"})
    void aCommentThatNobodyTookStays(Phase phase) {
        show();
        model.commentProperty().set("soak was fine");
        model.show(SampleStates.full().action(decided("soak was fine", phase)).state(), NOW);
        assertThat(model.commentProperty().get()).isEqualTo("soak was fine");
    }

    @Test
    void anotherCommentThanTheOneSentStays() {
        show();
        model.commentProperty().set("soak was fine, go on");
        model.show(SampleStates.full().action(decided("soak was fine", Phase.DONE)).state(), NOW);
        assertThat(model.commentProperty().get()).isEqualTo("soak was fine, go on");
    }

    private static ActionRecord decided(String comment, Phase phase) {
        Plan plan = SampleActions.approve("decided");
        Plan of = new Plan(
                plan.id(), review(Decision.APPROVE, comment), plan.title(), plan.subject(), plan.environment(),
                plan.guard(), plan.preconditions(), plan.steps(), plan.undo(), plan.preview(), plan.warnings(),
                plan.key(), plan.preparedAt());
        return SampleActions.record(of, phase, "", 60, Duration.ofSeconds(2), ActionRecord.Fate.VERIFIED);
    }

    @Test
    void takesOutOfItsPlanWhatTheConsoleHolds() {
        model.hideWith(() -> new Redaction(List.of("registry.acme.example")));
        show();
        Plan plan = SampleActions.rollBack("p1");
        model.show(
                SampleStates.full().draft(new Draft.Ready(new DraftId("draft-1"), plan.intent(), plan)).state(), NOW);
        assertThat(Objects.requireNonNull(model.cardProperty().get()).steps().getFirst().body())
                .contains("•••/acme/checkout:v2.14.0").doesNotContain("registry.acme");
    }

    @Test
    void forgetsItsPlanAndItsFocusWhenHidden() {
        show();
        model.hidden();
        assertThat(operator.discarded).containsExactly(new DraftId("draft-1"));
        assertThat(focus.getLast()).isEqualTo(Focus.NOWHERE);
    }

    @Test
    void showsTheNextOneWhenTheChosenIsDecided() {
        show();
        ConsoleState state = SampleStates.full().run(SampleRuns.WEB_RELEASE, RunState.UNKNOWN).state();
        model.show(state, NOW);
        assertThat(model.selectedProperty().get()).isEqualTo(
                new ApprovalKey(SampleRuns.PAYMENTS_RELEASE, new Gate.Environment(3)));
        model.show(ConsoleState.EMPTY, NOW);
        assertThat(model.cardProperty().get()).isNull();
        assertThat(focus.getLast()).isEqualTo(Focus.NOWHERE);
    }

    private void show() {
        model.show(SampleStates.rich(), NOW);
        model.shown();
    }

    private static Intent review(Decision decision, String comment) {
        return new Intent.ReviewDeployment(
                SampleRuns.WEB_RELEASE, 1, SampleRuns.WEB_SHA, List.of(new Gate.Environment(3)), List.of("production"),
                decision, comment);
    }
}
