package dev.signalbox.ui.plan;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.testing.FakeOperator;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.testing.SampleProposals;
import dev.signalbox.testing.SampleStates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanSheetViewModelTest {

    private static final Plan GUARDED = SampleActions.rollBack("p1");
    private static final Plan EASY = SampleActions.restart("p2");
    private static final DraftId FIRST = new DraftId("draft-1");

    private final FakeOperator operator = new FakeOperator();
    private final PlanSheetViewModel sheet = new PlanSheetViewModel(operator);

    @Test
    void opensAtOnceAndPrepares() {
        sheet.propose(GUARDED.intent());
        assertThat(sheet.openProperty().get()).isTrue();
        assertThat(operator.prepared).containsExactly(GUARDED.intent());
        assertThat(sheet.cardProperty().get()).isInstanceOf(SheetCard.Preparing.class);
        assertThat(sheet.confirmable().get()).isFalse();
    }

    @Test
    void wantsTheNameExactly() {
        ready(GUARDED);
        for (String wrong : new String[] {"", "prod", "Production", "production ", " production"}) {
            sheet.typedProperty().set(wrong);
            assertThat(sheet.confirmable().get()).as(wrong).isFalse();
            sheet.confirm();
        }
        assertThat(operator.confirmed).isEmpty();
        sheet.typedProperty().set("production");
        assertThat(sheet.confirmable().get()).isTrue();
        sheet.confirm();
        assertThat(operator.confirmed).containsExactly(FIRST);
    }

    @Test
    void confirmsOnceHoweverOftenItIsPressed() {
        ready(EASY);
        sheet.confirm();
        assertThat(sheet.confirmable().get()).isFalse();
        sheet.confirm();
        sheet.confirm();
        assertThat(operator.confirmed).containsExactly(FIRST);
    }

    @Test
    void doesNotConfirmWhatWasShownTooLongAgo() {
        sheet.propose(EASY.intent());
        sheet.show(SampleStates.full().draft(new Draft.Ready(FIRST, EASY.intent(), EASY)).state(),
                NOW.plusSeconds(601));
        sheet.confirm();
        assertThat(operator.confirmed).isEmpty();
        sheet.prepareAgain();
        assertThat(operator.prepared).hasSize(2);
        assertThat(operator.discarded).containsExactly(FIRST);
    }

    @Test
    void preparesAgainWhatWasConfirmedAMomentTooLate() {
        ready(EASY);
        sheet.confirm();
        sheet.prepareAgain();
        assertThat(operator.prepared).as("what runs is not prepared again").hasSize(1);
        sheet.show(SampleStates.full().draft(
                new Draft.Refused(FIRST, EASY.intent(), "This plan was made too long ago.", "Prepare it anew."))
                .state(), NOW);
        sheet.prepareAgain();
        assertThat(operator.prepared).containsExactly(EASY.intent(), EASY.intent());
        assertThat(operator.discarded).containsExactly(FIRST);
        DraftId second = new DraftId("draft-2");
        sheet.show(SampleStates.full().draft(new Draft.Ready(second, EASY.intent(), EASY)).state(), NOW);
        sheet.confirm();
        assertThat(operator.confirmed).containsExactly(FIRST, second);
    }

    @Test
    void takesOutWhatTheConsoleHoldsAlsoWhenItLearnsItLater() {
        List<Redaction> known = new ArrayList<>(List.of(Redaction.SHAPES_ONLY));
        sheet.hideWith(known::getLast);
        ready(GUARDED);
        assertThat(shown()).contains("registry.acme.example").doesNotContain("•••");
        known.add(new Redaction(List.of("registry.acme.example")));
        sheet.show(SampleStates.full().draft(new Draft.Ready(FIRST, GUARDED.intent(), GUARDED)).state(), NOW);
        assertThat(shown()).doesNotContain("registry.acme").contains("image •••/acme/checkout:v2.14.1")
                .contains("# Secrets are left out");
    }

    @Test
    void takesThemOutOfAPushToo() {
        sheet.hideWith(() -> new Redaction(List.of("ci.example/acme/board.git")));
        ready(SampleProposals.plan(0, null));
        assertThat(shown()).contains("https://•••").contains("# git push https://••• signalbox")
                .doesNotContain("acme/board.git");
    }

    @Test
    void takesThemOutOfAReasonWhyNot() {
        sheet.hideWith(() -> new Redaction(List.of("an-odd-token-of-ours")));
        sheet.propose(EASY.intent());
        sheet.show(SampleStates.full().draft(
                new Draft.Refused(FIRST, EASY.intent(), "It said an-odd-token-of-ours.", "b")).state(), NOW);
        assertThat(shown()).contains("It said •••.").doesNotContain("odd-token");
    }

    private String shown() {
        return String.valueOf(sheet.cardProperty().get());
    }

    @Test
    void forgetsTheDraftWhenCancelled() {
        ready(GUARDED);
        sheet.typedProperty().set("product");
        sheet.dismiss();
        assertThat(operator.discarded).containsExactly(FIRST);
        assertThat(sheet.openProperty().get()).isFalse();
        assertThat(sheet.typedProperty().get()).isEmpty();
    }

    @Test
    void leavesAConfirmedActionAloneWhenHidden() {
        ready(EASY);
        sheet.confirm();
        sheet.dismiss();
        assertThat(operator.discarded).isEmpty();
    }

    @Test
    void followsTheActionToItsEndAndOffersTheWayBack() {
        ready(GUARDED);
        sheet.typedProperty().set("production");
        sheet.confirm();
        sheet.show(confirmed(Phase.VERIFYING), NOW);
        assertThat(sheet.cardProperty().get()).isInstanceOfSatisfying(
                SheetCard.Running.class, running -> assertThat(running.ended()).isFalse());
        sheet.show(confirmed(Phase.DONE), NOW);
        sheet.undo();
        assertThat(operator.prepared).hasSize(2).last().isEqualTo(((Undo.ByIntent) GUARDED.undo()).intent());
        assertThat(operator.discarded).isEmpty();
        assertThat(sheet.openProperty().get()).isTrue();
    }

    @Test
    void checksAnUnknownOutcomeAgainWithoutSending() {
        ready(GUARDED);
        sheet.typedProperty().set("production");
        sheet.confirm();
        sheet.show(confirmed(Phase.UNKNOWN), NOW);
        sheet.checkAgain();
        assertThat(operator.checked).containsExactly(new PlanId("p1"));
        assertThat(operator.confirmed).hasSize(1);
    }

    @Test
    void anotherProposalDiscardsTheOneThatWasNotConfirmed() {
        ready(GUARDED);
        sheet.propose(EASY.intent());
        assertThat(operator.discarded).containsExactly(FIRST);
    }

    private void ready(Plan plan) {
        sheet.propose(plan.intent());
        sheet.show(SampleStates.full().draft(new Draft.Ready(FIRST, plan.intent(), plan)).state(), NOW);
    }

    private static dev.signalbox.state.ConsoleState confirmed(Phase phase) {
        return SampleStates.full()
                .action(SampleActions.record(GUARDED, phase, "words", 10, Duration.ofSeconds(4), Fate.APPLIED))
                .draft(new Draft.Confirmed(FIRST, GUARDED.intent(), GUARDED.id()))
                .state();
    }
}
