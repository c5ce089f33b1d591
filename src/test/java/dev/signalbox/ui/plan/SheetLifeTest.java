package dev.signalbox.ui.plan;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.FakeOperator;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.testing.SampleStates;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the sheet does at the edges of a plan's life: too early, too late, twice, and not at all.
class SheetLifeTest {

    private static final Plan EASY = SampleActions.restart("p2");
    private static final Plan GUARDED = SampleActions.rollBack("p1");
    private static final DraftId FIRST = new DraftId("draft-1");

    private final FakeOperator operator = new FakeOperator();
    private final PlanSheetViewModel sheet = new PlanSheetViewModel(operator);

    @Test
    void aSheetThatIsClosedHearsNothingAndDoesNothing() {
        sheet.show(ready(FIRST, EASY), NOW);
        sheet.confirm();
        sheet.prepareAgain();
        sheet.checkAgain();
        sheet.undo();
        sheet.dismiss();
        assertThat(sheet.cardProperty().get()).isNull();
        assertThat(sheet.openProperty().get()).isFalse();
        assertThat(operator.prepared).isEmpty();
        assertThat(operator.confirmed).isEmpty();
        assertThat(operator.discarded).isEmpty();
        assertThat(operator.checked).isEmpty();
    }

    @Test
    void nothingCanBeConfirmedBeforeThePlanIsThere() {
        sheet.propose(EASY.intent());
        sheet.confirm();
        sheet.show(SampleStates.full().draft(new Draft.Preparing(FIRST, EASY.intent())).state(), NOW);
        sheet.confirm();
        assertThat(operator.confirmed).isEmpty();
    }

    @Test
    void afterASleepNothingCanBeConfirmedThatWasSeenBefore() {
        sheet.propose(EASY.intent());
        sheet.show(ready(FIRST, EASY), NOW);
        sheet.distrust();
        sheet.confirm();
        sheet.show(ready(FIRST, EASY), NOW.plusSeconds(1));
        sheet.confirm();
        assertThat(operator.confirmed).isEmpty();
        assertThat(sheet.cardProperty().get())
                .isInstanceOfSatisfying(SheetCard.Ready.class, card -> assertThat(card.expired()).isTrue());
        sheet.prepareAgain();
        DraftId second = new DraftId("draft-2");
        sheet.show(ready(second, EASY), NOW.plusSeconds(2));
        sheet.confirm();
        assertThat(operator.confirmed).containsExactly(second);
    }

    @Test
    void aSheetThatOpensAfterTheSleepIsTrusted() {
        sheet.distrust();
        sheet.propose(EASY.intent());
        sheet.show(ready(FIRST, EASY), NOW);
        sheet.confirm();
        assertThat(operator.confirmed).containsExactly(FIRST);
    }

    @Test
    void aRefusalCanBePreparedAgainButNotConfirmed() {
        sheet.propose(EASY.intent());
        sheet.show(SampleStates.full().draft(new Draft.Refused(FIRST, EASY.intent(), "why", "what")).state(), NOW);
        sheet.confirm();
        assertThat(operator.confirmed).isEmpty();
        sheet.prepareAgain();
        assertThat(operator.prepared).containsExactly(EASY.intent(), EASY.intent());
    }

    @Test
    void theDraftOfAnotherSheetIsNotTakenForItsOwn() {
        sheet.propose(EASY.intent());
        sheet.show(ready(new DraftId("draft-of-somebody-else"), EASY), NOW);
        assertThat(sheet.cardProperty().get()).isInstanceOf(SheetCard.Preparing.class);
        sheet.confirm();
        assertThat(operator.confirmed).isEmpty();
    }

    @Test
    void aNameThatWasTypedForOnePlanIsNotThereForTheNext() {
        sheet.propose(GUARDED.intent());
        sheet.show(ready(FIRST, GUARDED), NOW);
        sheet.typedProperty().set("production");
        sheet.propose(GUARDED.intent());
        sheet.show(ready(new DraftId("draft-2"), GUARDED), NOW);
        assertThat(sheet.typedProperty().get()).isEmpty();
        assertThat(sheet.confirmable().get()).isFalse();
    }

    @Test
    void thePlanExpiresWhileItIsLookedAtWithoutAnyNewState() {
        sheet.propose(EASY.intent());
        ConsoleState state = ready(FIRST, EASY);
        sheet.show(state, NOW);
        assertThat(sheet.confirmable().get()).isTrue();
        sheet.show(state, NOW.plus(Plan.SHELF_LIFE).plusSeconds(1));
        assertThat(sheet.confirmable().get()).isFalse();
        sheet.confirm();
        assertThat(operator.confirmed).isEmpty();
    }

    @Test
    void aConfirmedPlanIsNotPreparedAgain() {
        confirm();
        sheet.prepareAgain();
        assertThat(operator.prepared).hasSize(1);
    }

    @Test
    void aNewWishAfterAConfirmationDoesNotDiscardWhatIsUnderWay() {
        confirm();
        sheet.propose(GUARDED.intent());
        assertThat(operator.discarded).isEmpty();
        sheet.dismiss();
        assertThat(operator.discarded).as("only the one that nobody confirmed").containsExactly(new DraftId("draft-2"));
    }

    @Test
    void betweenThePressAndTheFirstRecordItStillSaysWhatIsComing() {
        confirm();
        ConsoleState state = new ConsoleStateOf(EASY).confirmedWithoutRecord();
        sheet.show(state, NOW);
        assertThat(sheet.cardProperty().get()).isEqualTo(new SheetCard.Preparing("Restart mailer in staging"));
        sheet.confirm();
        assertThat(operator.confirmed).containsExactly(FIRST);
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = "DONE", mode = EnumSource.Mode.EXCLUDE)
    void onlyWhatIsDoneSaysAWayBackOnTheSheet(Phase phase) {
        SheetCard.Running card = (SheetCard.Running) SheetRows.of(
                SampleStates.full()
                        .action(SampleActions.record(
                                GUARDED, phase, "w", 9, phase.isEnd() ? Duration.ofSeconds(2) : null, Fate.APPLIED))
                        .draft(new Draft.Confirmed(FIRST, GUARDED.intent(), GUARDED.id()))
                        .state(),
                FIRST, GUARDED.intent(), NOW, Redaction.SHAPES_ONLY);
        assertThat(card.undo()).isNull();
        assertThat(card.ended()).isEqualTo(phase.isEnd());
        assertThat(card.time()).startsWith(phase.isEnd() ? "Took 2 s" : "Running for 9 s");
    }

    @Test
    void checkingAgainNeedsAnActionToCheck() {
        sheet.propose(EASY.intent());
        sheet.show(ready(FIRST, EASY), NOW);
        sheet.checkAgain();
        assertThat(operator.checked).isEmpty();
        confirmShown();
        sheet.show(new ConsoleStateOf(EASY).ended(Phase.UNKNOWN), NOW);
        sheet.checkAgain();
        assertThat(operator.checked).containsExactly(new PlanId("p2"));
    }

    @Test
    void whatCannotBeTakenBackIsNotTakenBack() {
        confirm();
        sheet.show(new ConsoleStateOf(EASY).ended(Phase.DONE), NOW);
        sheet.undo();
        assertThat(operator.prepared).hasSize(1);
    }

    private void confirm() {
        sheet.propose(EASY.intent());
        sheet.show(ready(FIRST, EASY), NOW);
        confirmShown();
    }

    private void confirmShown() {
        sheet.confirm();
        assertThat(operator.confirmed).containsExactly(FIRST);
    }

    private static ConsoleState ready(DraftId id, Plan plan) {
        return SampleStates.full().draft(new Draft.Ready(id, plan.intent(), plan)).state();
    }

    /// States after the confirmation of a plan that the sample state does not know.
    private record ConsoleStateOf(Plan plan) {

        ConsoleState confirmedWithoutRecord() {
            return SampleStates.full()
                    .draft(new Draft.Confirmed(FIRST, plan.intent(), new PlanId("not recorded yet")))
                    .state();
        }

        ConsoleState ended(Phase phase) {
            return SampleStates.full()
                    .action(SampleActions.record(plan, phase, "w", 9, Duration.ofSeconds(2), Fate.UNKNOWN))
                    .draft(new Draft.Confirmed(FIRST, plan.intent(), plan.id()))
                    .state();
        }
    }
}
