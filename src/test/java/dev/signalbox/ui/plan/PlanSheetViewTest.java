package dev.signalbox.ui.plan;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.testing.SampleStates;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What the sheet draws and offers before anything is confirmed.
class PlanSheetViewTest extends SheetFixture {

    @Test
    void saysThatItIsPreparingAndOffersOnlyToCancel() {
        Fx.act(() -> model.propose(GUARDED.intent()));
        assertThat(words()).contains(
                "Roll back checkout in production to v2.14.0",
                "Reading what is true now, and working out the exact requests…");
        assertThat(buttons()).containsExactly("Cancel");
        assertThat(view.getAccessibleText()).isEqualTo("Roll back checkout in production to v2.14.0");
    }

    @Test
    void showsTheWholePlanInTheOrderInWhichItIsRead() {
        ready(GUARDED);
        List<String> words = words();
        assertThat(words).containsSubsequence(
                "Roll back checkout to v2.14.0", "production", "checkout · production",
                "2 pods of v2.14.1 are in CrashLoopBackOff and will be replaced.", "WHAT CHANGES",
                "env POOL_SIZE 64 → 32", "WHAT WILL BE SENT, EXACTLY", "Put the pod template of r57 back",
                "READ AGAIN BEFORE THE FIRST REQUEST", "the revision h57 still exists", "WAY BACK",
                "Rolls forward to v2.14.1 again");
        assertThat(words).anyMatch(w -> w.startsWith("May be confirmed for 9 m 40 s. Everything is read again first"));
    }

    @Test
    void productionWantsItsNameAndAStrongButton() {
        ready(GUARDED);
        assertThat(button("plan-confirm").getText()).isEqualTo("Roll back to v2.14.0");
        assertThat(button("plan-confirm").getStyleClass()).contains("strong-danger").doesNotContain("primary");
        assertThat(button("plan-confirm").isDisabled()).isTrue();
        assertThat(words()).contains("Type “production” to confirm");
        assertThat(field().getAccessibleText()).isEqualTo("Type production to confirm");
        Fx.act(() -> field().setText("production"));
        assertThat(button("plan-confirm").isDisabled()).isFalse();
    }

    @Test
    void whatIsNotProductionOnlyWantsAPress() {
        ready(EASY);
        assertThat(button("plan-confirm").getStyleClass()).contains("primary").doesNotContain("strong-danger");
        assertThat(field().isVisible()).isFalse();
        assertThat(words()).contains("to be confirmed").doesNotContain("Type “” to confirm");
        Fx.act(() -> button("plan-confirm").fire());
        assertThat(operator.confirmed).containsExactly(FIRST);
    }

    @Test
    void theButtonOfOnePlanDoesNotKeepTheDangerOfAnother() {
        ready(GUARDED);
        Fx.act(() -> model.propose(EASY.intent()));
        Fx.act(() -> model.show(drafts(new DraftId("draft-2"), EASY), NOW));
        assertThat(button("plan-confirm").getStyleClass()).contains("primary").doesNotContain("strong-danger");
    }

    @Test
    void theKeyboardBeginsWhereAPersonWould() {
        ready(GUARDED);
        Fx.act(view::takeFocus);
        assertThat(focused()).isEqualTo("plan-name");
        Fx.act(() -> model.propose(EASY.intent()));
        Fx.act(view::takeFocus);
        assertThat(focused()).as("nothing to press yet").isEqualTo("plan-cancel");
        Fx.act(() -> model.show(drafts(new DraftId("draft-2"), EASY), NOW));
        assertThat(focused()).as("the plan came").isEqualTo("plan-confirm");
    }

    @Test
    void enterInTheNameFieldConfirmsOnlyTheExactName() {
        ready(GUARDED);
        Fx.act(view::takeFocus);
        Keys keys = new Keys(stage);
        keys.type("produ");
        Fx.act(() -> field().fireEvent(new javafx.event.ActionEvent()));
        assertThat(operator.confirmed).isEmpty();
        keys.type("ction");
        Fx.act(() -> field().fireEvent(new javafx.event.ActionEvent()));
        assertThat(operator.confirmed).containsExactly(FIRST);
    }

    @Test
    void typingIsNotDisturbedByTheClock() {
        ready(GUARDED);
        Fx.act(view::takeFocus);
        new Keys(stage).type("prod");
        Fx.act(() -> model.show(drafts(FIRST, GUARDED), NOW.plusSeconds(5)));
        assertThat(field().getText()).isEqualTo("prod");
        assertThat(focused()).isEqualTo("plan-name");
        assertThat(words()).anyMatch(w -> w.startsWith("May be confirmed for 9 m 35 s"));
    }

    @Test
    void readingIsNotDisturbedByTheClockEither() {
        ready(GUARDED);
        Node body = Objects.requireNonNull(view.lookup(".sb-sheet-body"));
        List<Node> before = Fx.run(() -> List.copyOf(((javafx.scene.layout.VBox) body).getChildren()));
        Fx.act(() -> model.show(drafts(FIRST, GUARDED), NOW.plusSeconds(5)));
        assertThat(Fx.run(() -> List.copyOf(((javafx.scene.layout.VBox) body).getChildren())))
                .usingElementComparator((a, b) -> a == b ? 0 : 1).isEqualTo(before);
    }

    @Test
    void aPlanThatWasShownTooLongCanOnlyBePreparedAgain() {
        ready(GUARDED, NOW.plusSeconds(900));
        assertThat(buttons()).contains("Prepare again", "Cancel");
        assertThat(button("plan-confirm").isDisabled()).isTrue();
        assertThat(field().isVisible()).isFalse();
        Fx.act(() -> button("plan-again").fire());
        assertThat(operator.prepared).containsExactly(GUARDED.intent(), GUARDED.intent());
        assertThat(operator.discarded).containsExactly(FIRST);
    }

    @Test
    void aRefusalSaysWhyWhatToDoAndThatNothingWasSent() {
        Fx.act(() -> model.propose(GUARDED.intent()));
        Fx.act(() -> model.show(SampleStates.full()
                .draft(new Draft.Refused(FIRST, GUARDED.intent(), "Argo CD owns it.", "Revert in Git.")).state(), NOW));
        assertThat(words()).contains("not possible", "Argo CD owns it.", "Revert in Git.", "Nothing was sent.");
        assertThat(buttons()).containsExactly("Prepare again", "Close");
    }

    @Test
    void copiesEveryRequestAsOneText() {
        ready(GUARDED);
        assertThat(button("plan-copy").getText()).isEqualTo("Copy as kubectl");
        assertThat(button("plan-copy").getAccessibleText()).isEqualTo("Copy all requests as kubectl commands");
        Fx.act(() -> button("plan-copy").fire());
        assertThat(Fx.run(() -> Clipboard.getSystemClipboard().getString()).lines())
                .containsExactly(
                        "kubectl --context prod-eu -n production patch deployment/checkout --type=json -p '[…]'",
                        "kubectl create -f -");
    }

    @Test
    void closingForgetsWhatWasTypedForTheNextOne() {
        ready(GUARDED);
        Fx.act(() -> field().setText("production"));
        Fx.act(view::dismiss);
        Fx.act(() -> model.propose(GUARDED.intent()));
        Fx.act(() -> model.show(drafts(new DraftId("draft-2"), GUARDED), NOW));
        assertThat(field().getText()).isEmpty();
        assertThat(button("plan-confirm").isDisabled()).isTrue();
    }

    @Test
    void escOnTheKeyboardIsForTheLayerNotForTheSheet() {
        ready(EASY);
        new Keys(stage).press(KeyCode.ESCAPE);
        assertThat(operator.confirmed).isEmpty();
    }
}
