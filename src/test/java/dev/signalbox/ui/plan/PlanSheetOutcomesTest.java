package dev.signalbox.ui.plan;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the sheet draws and offers once a plan was confirmed.
class PlanSheetOutcomesTest extends SheetFixture {

    @Test
    void whatIsUnderWayCanBeHiddenAndGoesOn() {
        run(Phase.VERIFYING, Fate.APPLIED);
        assertThat(buttons()).containsExactly("Hide");
        assertThat(words()).contains("verifying", "words");
        assertThat(words()).anyMatch(w -> w.contains("It goes on when this sheet is hidden"));
        Fx.act(() -> button("plan-cancel").fire());
        assertThat(model.openProperty().get()).isFalse();
        assertThat(operator.discarded).isEmpty();
    }

    @Test
    void whatIsDoneOffersTheWayBack() {
        run(Phase.DONE, Fate.VERIFIED);
        assertThat(buttons()).containsExactly("Undo…", "Close");
        assertThat(button("plan-undo").getAccessibleHelp()).isEqualTo("Rolls forward to v2.14.1 again");
        Fx.act(() -> button("plan-undo").fire());
        assertThat(operator.prepared).hasSize(2);
        assertThat(operator.confirmed).as("the way back is confirmed like anything else").hasSize(1);
        assertThat(words()).anyMatch(w -> w.startsWith("Reading what is true now"));
    }

    @Test
    void anUnknownOutcomeCanBeCheckedAgainAndTheButtonSaysSoToEverybody() {
        run(Phase.UNKNOWN, Fate.UNKNOWN);
        assertThat(buttons()).containsExactly("Check again", "Close");
        assertThat(button("plan-again").getAccessibleText()).isEqualTo("Check again");
        Fx.act(() -> button("plan-again").fire());
        assertThat(operator.checked).containsExactly(new PlanId("p1"));
        assertThat(operator.prepared).as("nothing is prepared or sent by that").hasSize(1);
        Fx.act(() -> model.propose(GUARDED.intent()));
        Fx.act(() -> model.show(SampleStates.full().draft(
                new Draft.Refused(new DraftId("draft-2"), GUARDED.intent(), "a", "b")).state(), NOW));
        assertThat(button("plan-again").getAccessibleText()).isEqualTo("Prepare again");
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void everyOutcomeIsDrawnWithItsOwnWordAndShape(Phase phase) {
        run(phase, Fate.APPLIED);
        assertThat(words()).contains(Phases.word(phase), Phases.meaning(phase));
        assertThat(Objects.requireNonNull(view.lookup("#plan-outcome")).getStyleClass())
                .contains(Phases.mark(phase).tone().style());
        assertThat(button("plan-confirm").isVisible()).isFalse();
    }

    @Test
    void noButtonThatIsHiddenTakesRoomOrTheKeyboard() {
        run(Phase.DONE, Fate.VERIFIED);
        assertThat(Stream.of("plan-confirm", "plan-again", "plan-copy").map(this::button))
                .allSatisfy(hidden -> {
                    assertThat(hidden.isVisible()).isFalse();
                    assertThat(hidden.isManaged()).isFalse();
                });
        assertThat(field().isManaged()).isFalse();
    }
}
