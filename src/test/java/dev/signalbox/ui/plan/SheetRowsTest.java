package dev.signalbox.ui.plan;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.widget.Mark;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SheetRowsTest {

    private static final DraftId ID = new DraftId("d");
    private static final Plan PLAN = SampleActions.rollBack("p1");

    @Test
    void saysWhatIsPreparedBeforeThereIsAPlan() {
        assertThat(card(SampleStates.full())).isEqualTo(
                new SheetCard.Preparing("Roll back checkout in production to v2.14.0"));
        assertThat(card(SampleStates.full().draft(new Draft.Preparing(ID, PLAN.intent()))))
                .isInstanceOf(SheetCard.Preparing.class);
    }

    @Test
    void saysWhyThereWillBeNoPlanAndWhatToDoInstead() {
        SheetCard card = card(
                SampleStates.full().draft(new Draft.Refused(ID, PLAN.intent(), "Argo CD owns it.", "Revert in Git.")));
        assertThat(card).isInstanceOfSatisfying(SheetCard.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo("Argo CD owns it.");
            assertThat(refused.advice()).isEqualTo("Revert in Git.");
        });
    }

    @Test
    void showsTheExactRequests() {
        SheetCard.Ready card = ready();
        StepRow patch = card.steps().getFirst();
        assertThat(patch.request())
                .isEqualTo("PATCH /apis/apps/v1/namespaces/production/deployments/checkout?fieldManager=signalbox");
        assertThat(patch.body()).contains("{\"op\": \"test\", \"path\": \"/metadata/generation\", \"value\": 58}");
        assertThat(patch.verified()).isEqualTo("all 6 pods run v2.14.0 and are available");
        assertThat(patch.fate()).isEmpty();
        assertThat(card.steps().getLast().courtesy()).isTrue();
        assertThat(SheetRows.commands(card.steps())).hasSize(2).first().asString().startsWith("kubectl");
    }

    @Test
    void saysWhatIsCheckedAndHowToGoBack() {
        SheetCard.Ready card = ready();
        assertThat(card.checks()).containsExactly(
                "deployment/checkout is the same object at generation 58",
                "deployment/checkout is not paused",
                "the revision h57 still exists");
        assertThat(card.undo()).isEqualTo("Rolls forward to v2.14.1 again");
        assertThat(card.undoable()).isTrue();
        assertThat(card.typed()).isEqualTo("production");
        assertThat(card.press()).isEqualTo("Roll back to v2.14.0");
        assertThat(card.dangerous()).isTrue();
        assertThat(card.expiry()).isEqualTo("May be confirmed for 9 m 40 s");
    }

    @Test
    void isExpiredAfterItsShelfLife() {
        ConsoleState state = SampleStates.full().draft(new Draft.Ready(ID, PLAN.intent(), PLAN)).state();
        SheetCard card = SheetRows.of(state, ID, PLAN.intent(), NOW.plusSeconds(600), Redaction.SHAPES_ONLY);
        assertThat(card).isInstanceOfSatisfying(SheetCard.Ready.class, ready -> {
            assertThat(ready.expired()).isTrue();
            assertThat(ready.expiry()).contains("too long ago");
        });
    }

    @Test
    void showsEveryOutcomeDifferently() {
        List<SheetCard.Running> ends = Arrays.stream(Phase.values()).map(SheetRowsTest::running).toList();
        assertThat(ends).extracting(SheetCard.Running::phase).doesNotHaveDuplicates();
        assertThat(ends).extracting(SheetCard.Running::meaning).doesNotHaveDuplicates();
        assertThat(running(Phase.DONE).mark()).isEqualTo(Mark.GOOD);
        assertThat(running(Phase.FAILED).mark()).isEqualTo(Mark.BAD);
        assertThat(running(Phase.UNKNOWN).mark()).isEqualTo(Mark.UNKNOWN);
        assertThat(running(Phase.UNKNOWN).unsettled()).isTrue();
        assertThat(running(Phase.UNKNOWN).meaning()).contains("not sent again");
        assertThat(running(Phase.STOPPED).meaning()).contains("Nothing was sent");
        assertThat(running(Phase.VERIFYING).ended()).isFalse();
        assertThat(running(Phase.DONE).undo()).isEqualTo("Rolls forward to v2.14.1 again");
        assertThat(running(Phase.UNKNOWN).undo()).isNull();
    }

    @Test
    void offersTheWayBackOfWhatWasDoneInPart() {
        assertThat(failed(Fate.VERIFIED, Fate.NOT_APPLIED).undo()).isEqualTo("Rolls forward to v2.14.1 again");
        assertThat(failed(Fate.NOT_APPLIED, Fate.NOT_SENT).undo()).isNull();
        assertThat(failed(Fate.NOT_VERIFIED, Fate.VERIFIED).undo()).as("a courtesy is no part of it").isNull();
        assertThat(failed(Fate.VERIFIED).undo()).isNull();
    }

    private static SheetCard.Running failed(Fate... fates) {
        ConsoleState state = SampleStates.full()
                .action(SampleActions.record(PLAN, Phase.FAILED, "words", 22, null, fates))
                .draft(new Draft.Confirmed(ID, PLAN.intent(), PLAN.id()))
                .state();
        return (SheetCard.Running) SheetRows.of(state, ID, PLAN.intent(), NOW, Redaction.SHAPES_ONLY);
    }

    @Test
    void showsTheFateOfEveryStep() {
        for (Fate fate : Fate.values()) {
            StepRow row = StepRows.of(SampleActions.record(PLAN, Phase.VERIFYING, "", 5, null, fate)).getFirst();
            assertThat(row.fate()).startsWith(Phases.word(fate));
        }
        List<StepRow> begun = StepRows.of(SampleActions.record(PLAN, Phase.SENDING, "", 5, null, Fate.INTENDED));
        assertThat(begun).extracting(StepRow::mark).containsExactly(Mark.MOVING, Mark.QUEUED);
    }

    @Test
    void doesNotAlarmAboutACourtesyThatFailed() {
        List<StepRow> rows = StepRows.of(
                SampleActions.record(PLAN, Phase.DONE, "", 5, null, Fate.VERIFIED, Fate.NOT_APPLIED));
        assertThat(rows).extracting(StepRow::mark).containsExactly(Mark.GOOD, Mark.WARNING);
        rows = StepRows.of(SampleActions.record(PLAN, Phase.DONE, "", 5, null, Fate.VERIFIED, Fate.APPLIED));
        assertThat(rows.getLast().mark()).isEqualTo(Mark.GOOD);
        assertThat(rows.getLast().fate()).startsWith("done");
    }

    @Test
    void writesOutWhatCouldDeceive() {
        Draft refused = new Draft.Refused(ID, PLAN.intent(), "no \u202eetirw", "line\nbreak");
        SheetCard card = card(SampleStates.full().draft(refused));
        assertThat(((SheetCard.Refused) card).reason()).contains("‹U+202E›").doesNotContain("\u202e");
        assertThat(((SheetCard.Refused) card).advice()).doesNotContain("\n");
    }

    @Test
    void hasWordsForEveryIntentAndPrecondition() {
        RepositoryId repository = SampleStates.repository("checkout");
        RunId run = new RunId(repository, 977);
        WorkloadKey key = SampleStates.key("staging", "checkout");
        RunNames names = new RunNames(ConsoleState.EMPTY);
        List<Intent> intents = List.of(
                new Intent.TriggerRun(repository, 1, "CI", "main", Map.of()),
                new Intent.RerunRun(run, 1, new Intent.RerunRun.Scope.All(), false),
                new Intent.RerunRun(run, 1, new Intent.RerunRun.Scope.Failed(), false),
                new Intent.RerunRun(run, 1, new Intent.RerunRun.Scope.OneJob(5, "lint"), true),
                new Intent.CancelRun(run, 1, false),
                new Intent.CancelRun(run, 1, true),
                new Intent.ReviewDeployment(run, 1, "abc", List.of(new Gate.Environment(1)), List.of("production"),
                        Decision.APPROVE, ""),
                new Intent.ReviewDeployment(run, 1, "abc", List.of(new Gate.Environment(1)), List.of("production"),
                        Decision.REJECT, "no"),
                PLAN.intent(),
                new Intent.RestartWorkload(key, "u", 1),
                new Intent.PauseRollout(key, "u", 1),
                new Intent.ResumeRollout(key, "u", 1),
                new Intent.ScaleWorkload(key, "u", 1, 2, 5));
        assertThat(intents).extracting(intent -> IntentWords.of(intent, names)).doesNotHaveDuplicates()
                .allMatch(s -> s.contains("checkout"));
        assertThat(intents).extracting(i -> SheetRows.press(i, new RunNames(ConsoleState.EMPTY)))
                .noneMatch(String::isBlank);
        List<Precondition> checks = List.of(
                new Precondition.RunIs(run, 2, "4be02d1ffff"), new Precondition.RunUnfinished(run, 1),
                new Precondition.RunFinished(run, 1),
                new Precondition.AwaitsReview(run, List.of(new Gate.Environment(1)), null),
                new Precondition.WorkflowActive(repository, 1), new Precondition.WorkloadIs(key, "u", 3),
                new Precondition.NotPaused(key), new Precondition.RevisionKept(key, "r", "h57"));
        assertThat(checks).extracting(check -> PreconditionWords.of(check, names)).doesNotHaveDuplicates();
        assertThat(PreconditionWords.of(checks.getFirst(), names))
                .isEqualTo("the run of acme/checkout is still attempt 2 of commit 4be02d1");
    }

    private static SheetCard.Running running(Phase phase) {
        var action = SampleActions.record(PLAN, phase, "words", 22, null, Fate.APPLIED);
        ConsoleState state = SampleStates.full()
                .action(action)
                .draft(new Draft.Confirmed(ID, PLAN.intent(), PLAN.id()))
                .state();
        return (SheetCard.Running) SheetRows.of(state, ID, PLAN.intent(), NOW, Redaction.SHAPES_ONLY);
    }

    private static SheetCard.Ready ready() {
        return (SheetCard.Ready) card(SampleStates.full().draft(new Draft.Ready(ID, PLAN.intent(), PLAN)));
    }

    private static SheetCard card(SampleStates states) {
        return SheetRows.of(states.state(), ID, PLAN.intent(), NOW, Redaction.SHAPES_ONLY);
    }
}
