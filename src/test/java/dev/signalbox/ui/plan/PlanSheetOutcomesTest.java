package dev.signalbox.ui.plan;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleProposals;
import dev.signalbox.testing.SampleStates;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the sheet draws and offers once a plan was confirmed.
class PlanSheetOutcomesTest extends SheetFixture {

    private final List<URI> pages = new ArrayList<>();

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
    void whatWasProposedLeadsToItsRequest() {
        Fx.act(() -> model.openPagesWith(pages::add));
        end(SampleProposals.done(12, "https://ci.example/12"));
        assertThat(button("plan-request").getText()).isEqualTo("Open pull request #12");
        assertThat(SheetFixture.isShown(button("plan-request"))).isTrue();
        Fx.act(() -> button("plan-request").fire());
        assertThat(pages).containsExactly(URI.create("https://ci.example/12"));
        end(SampleProposals.done(12, "file:///etc/passwd"));
        assertThat(SheetFixture.isShown(button("plan-request"))).isFalse();
        Fx.act(() -> button("plan-request").fire());
        assertThat(pages).hasSize(1);
        Fx.act(() -> model.propose(EASY.intent()));
        assertThat(SheetFixture.isShown(button("plan-request"))).isFalse();
    }

    private void end(ActionRecord action) {
        Fx.act(() -> model.propose(action.plan().intent()));
        DraftId draft = new DraftId("draft-" + operator.prepared.size());
        Fx.act(() -> {
            model.show(drafts(draft, action.plan()), NOW);
            model.confirm();
        });
        ConsoleState state = SampleStates.full()
                .action(action)
                .draft(new Draft.Confirmed(draft, action.plan().intent(), action.plan().id()))
                .state();
        Fx.act(() -> model.show(state, NOW));
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
