package dev.signalbox.ui.plan;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.FakeOperator;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.testing.SampleStates;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the sheet draws and offers at each stage of an intent's life.
class PlanSheetViewTest {

    private static final Plan GUARDED = SampleActions.rollBack("p1");
    private static final Plan EASY = SampleActions.restart("p2");
    private static final DraftId FIRST = new DraftId("draft-1");

    private final FakeOperator operator = new FakeOperator();
    private final PlanSheetViewModel model = new PlanSheetViewModel(operator);

    @SuppressWarnings("NullAway.Init") // made before each test
    private PlanSheetView view;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        stage = Fx.show(
                () -> {
                    view = new PlanSheetView(model);
                    return view;
                },
                900, 800);
        Fx.act(stage::requestFocus);
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

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

    private void ready(Plan plan) {
        ready(plan, NOW);
    }

    private void ready(Plan plan, Instant now) {
        Fx.act(() -> model.propose(plan.intent()));
        Fx.act(() -> model.show(drafts(FIRST, plan), now));
    }

    private void run(Phase phase, Fate... fates) {
        ready(GUARDED);
        Fx.act(() -> {
            field().setText("production");
            button("plan-confirm").fire();
        });
        Duration took = phase.isEnd() ? Duration.ofSeconds(4) : null;
        ConsoleState state = SampleStates.full()
                .action(SampleActions.record(GUARDED, phase, "words", 10, took, fates))
                .draft(new Draft.Confirmed(FIRST, GUARDED.intent(), GUARDED.id()))
                .state();
        Fx.act(() -> model.show(state, NOW));
    }

    private static ConsoleState drafts(DraftId id, Plan plan) {
        return SampleStates.full().draft(new Draft.Ready(id, plan.intent(), plan)).state();
    }

    private List<String> words() {
        return Fx.run(() -> {
            view.applyCss();
            view.layout();
            return view.lookupAll(".label").stream()
                    .filter(PlanSheetViewTest::isShown)
                    .flatMap(n -> n instanceof Labeled l ? Stream.of(l.getText()) : Stream.empty())
                    .toList();
        });
    }

    /// The words of the sheet's own buttons that are shown, from left to right.
    private List<String> buttons() {
        return Fx.run(() -> Arrays
                .stream(new String[] {"plan-copy", "plan-again", "plan-undo", "plan-cancel", "plan-confirm"})
                .map(this::button)
                .filter(PlanSheetViewTest::isShown)
                .map(Button::getText)
                .toList());
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private String focused() {
        return Fx.run(() -> Objects.requireNonNull(stage.getScene().getFocusOwner()).getId());
    }

    private TextField field() {
        return (TextField) Objects.requireNonNull(view.lookup("#plan-name"));
    }

    private Button button(String id) {
        return (Button) Objects.requireNonNull(view.lookup("#" + id), id);
    }
}
