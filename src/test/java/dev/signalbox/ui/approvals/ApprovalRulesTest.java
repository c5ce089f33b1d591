package dev.signalbox.ui.approvals;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.ui.approvals.Decisions.RUN;
import static dev.signalbox.ui.approvals.Decisions.SHA;
import static dev.signalbox.ui.approvals.Decisions.blocked;
import static dev.signalbox.ui.approvals.Decisions.manual;
import static dev.signalbox.ui.approvals.Decisions.met;
import static dev.signalbox.ui.approvals.Decisions.pending;
import static dev.signalbox.ui.approvals.Decisions.rule;
import static dev.signalbox.ui.approvals.Decisions.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.ApprovalRule;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Examples;
import dev.signalbox.testing.FakeOperator;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.shell.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Deciding for one of several rules: what is asked, what is kept, what is sent.
class ApprovalRulesTest {

    private static final RunId SECOND = new RunId(Examples.CHECKOUT, 77_002);
    private static final ApprovalRule QA = rule("QA");
    private static final ApprovalRule MANAGERS = new ApprovalRule("Release managers", 2, List.of(), List.of());

    private final FakeOperator operator = new FakeOperator();
    private final List<Intent> proposed = new ArrayList<>();
    private boolean there;

    @SuppressWarnings("NullAway.Init") // made before each test
    private ApprovalsScreen screen;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        screen = Fx.run(() -> new ApprovalsScreen(operator, proposed::add, focus -> {}, place -> {}));
        stage = Fx.show(
                () -> {
                    Parent root = screen.node();
                    root.addEventFilter(KeyEvent.KEY_PRESSED, screen::pressed);
                    return root;
                },
                1_000, 800);
        Fx.act(stage::requestFocus);
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void nothingIsPreparedOrApprovedBeforeARuleIsChosen() {
        show(waiting(QA, MANAGERS));
        assertThat(choices()).containsExactly("Decide for QA · 1 missing", "Decide for Release managers · 2 missing");
        assertThat(words()).contains("Choose the rule that you decide for.");
        assertThat(operator.prepared).isEmpty();
        assertThat(Fx.run(() -> approve().isDisabled())).isTrue();
        Fx.act(() -> find("approval-comment", TextField.class).setText("no"));
        assertThat(Fx.run(() -> find("approval-reject", Button.class).isDisabled())).isTrue();
    }

    @Test
    void theKeyboardLeadsToTheChoiceAndFromItToTheDecision() {
        show(waiting(QA, MANAGERS));
        Keys keys = new Keys(stage);
        keys.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(Fx.run(() -> radio(0).isFocused())).isTrue();
        assertThat(proposed).isEmpty();
        keys.press(KeyCode.DOWN);
        assertThat(Fx.run(() -> radio(1).isSelected())).isTrue();
        assertThat(operator.prepared).containsExactly(review(Decision.APPROVE, "", "Release managers"));
        assertThat(Fx.run(() -> approve().getAccessibleText())).isEqualTo("Approve for Release managers…");
        keys.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(proposed).containsExactly(review(Decision.APPROVE, "", "Release managers"));
    }

    @Test
    void rejectsForTheChosenRuleToo() {
        show(waiting(QA, MANAGERS));
        Fx.act(() -> radio(0).setSelected(true));
        Fx.act(() -> find("approval-comment", TextField.class).setText("too slow"));
        Fx.act(() -> find("approval-reject", Button.class).fire());
        assertThat(proposed).containsExactly(review(Decision.REJECT, "too slow", "QA"));
    }

    @Test
    void anotherChoiceIsAnotherPlan() {
        show(waiting(QA, MANAGERS));
        Fx.act(() -> radio(0).setSelected(true));
        Fx.act(() -> radio(1).setSelected(true));
        assertThat(operator.prepared).extracting(i -> ((Intent.ReviewDeployment) i).represented())
                .containsExactly("QA", "Release managers");
        assertThat(operator.discarded).containsExactly(new DraftId("draft-1"));
    }

    @Test
    void theChoiceAndTheKeyboardStayWhileOthersDecide() {
        show(waiting(QA, MANAGERS));
        Fx.act(() -> {
            radio(1).setSelected(true);
            radio(1).requestFocus();
        });
        Node before = Fx.run(() -> radio(1));
        show(waiting(QA, new ApprovalRule("Release managers", 2, List.of("grace"), List.of())));
        assertThat(choices()).contains("Decide for Release managers · 1 missing");
        assertThat(Fx.run(() -> radio(1).isSelected() && radio(1).isFocused() && radio(1) == before)).isTrue();
        assertThat(operator.prepared).hasSize(1);
    }

    @Test
    void theChoiceIsThereAgainAfterLookingElsewhere() {
        Decisions two = both();
        show(two.state());
        Fx.act(() -> radio(1).setSelected(true));
        Fx.act(() -> assertThat(screen.open(new Place.AtApproval(SECOND, "staging"))).isTrue());
        assertThat(Fx.run(() -> find("approval-rules", Node.class).isVisible())).isFalse();
        assertThat(Fx.run(() -> approve().getText())).isEqualTo("Approve…");
        show(ConsoleState.EMPTY);
        show(two.state());
        Fx.act(() -> assertThat(screen.open(new Place.AtApproval(RUN, "production"))).isTrue());
        assertThat(Fx.run(() -> radio(1).isSelected())).isTrue();
    }

    @Test
    void theChoiceIsGoneOnceItsRuleIsMetAndDoesNotComeBack() {
        show(waiting(QA, MANAGERS, rule("Ops")));
        Fx.act(() -> radio(0).setSelected(true));
        show(waiting(met("QA"), MANAGERS, rule("Ops")));
        assertThat(choices()).hasSize(2);
        assertThat(Fx.run(() -> radio(0).isSelected() || radio(1).isSelected())).isFalse();
        assertThat(Fx.run(() -> approve().isDisabled())).isTrue();
        show(waiting(QA, MANAGERS, rule("Ops")));
        assertThat(Fx.run(() -> radio(0).isSelected())).as("chosen before it was met").isFalse();
    }

    @Test
    void theChoiceOutlivesAnAnswerThatTellsNoRules() {
        show(waiting(QA, MANAGERS));
        Fx.act(() -> radio(1).setSelected(true));
        show(waiting());
        show(waiting(QA, MANAGERS));
        assertThat(Fx.run(() -> radio(1).isSelected())).isTrue();
        assertThat(Fx.run(() -> approve().getText())).isEqualTo("Approve for Release managers…");
    }

    @Test
    void whereOneRuleIsLeftNothingIsAskedAndNoneIsNamed() {
        show(waiting(met("QA"), MANAGERS));
        assertThat(Fx.run(() -> find("approval-rules", Node.class).isManaged())).isFalse();
        assertThat(operator.prepared).containsExactly(review(Decision.APPROVE, "", null));
    }

    @Test
    void thePaletteLeadsToEachOfTwoJobsBeforeOneEnvironment() {
        ConsoleState state = Decisions.ofRelease().pending(manual(31), manual(32)).state();
        show(state);
        List<PaletteEntry> entries = Fx.run(() -> screen.entries(state, NOON));
        assertThat(entries).extracting(PaletteEntry::title)
                .containsExactly("Review checkout for production · job 31", "Review checkout for production · job 32");
        Fx.act(() -> {
            entries.getLast().choose().run();
            assertThat(screen.open(screen.here())).isTrue();
        });
        assertThat(words()).contains("checkout → production · job 32").doesNotContain("checkout → production · job 31");
    }

    @Test
    void thePaletteSaysThatARuleHasToBeChosen() {
        assertThat(screen.entries(waiting(QA, MANAGERS), NOON).getFirst().detail())
                .isEqualTo("approve or reject 4be02d1, for QA or Release managers");
        assertThat(screen.entries(waiting(QA, met("Release managers")), NOON).getFirst().detail())
                .isEqualTo("approve or reject 4be02d1");
    }

    private static ConsoleState waiting(ApprovalRule... rules) {
        return Decisions.ofRelease().pending(blocked(rules)).state();
    }

    private static Decisions both() {
        return Decisions.ofRelease().pending(blocked(QA, MANAGERS))
                .run(run(SECOND, 1, "main", SHA, "b", 642))
                .pending(SECOND, pending(SECOND, 12, "staging", true, NOON.minusSeconds(5)));
    }

    private static Intent review(Decision decision, String comment, @org.jspecify.annotations.Nullable String rule) {
        return new Intent.ReviewDeployment(
                RUN, 1, SHA, List.of(blocked(QA).gate()), List.of("production"), decision, comment, rule);
    }

    /// The screen takes the keyboard when it comes, and not with every state.
    private void show(ConsoleState state) {
        Fx.act(() -> {
            screen.show(state, NOON);
            if (!there) {
                screen.shown();
            }
            there = true;
        });
        Fx.act(() -> {
            screen.node().applyCss();
            screen.node().layout();
        });
    }

    private List<String> choices() {
        return Fx.run(() -> screen.node().lookupAll(".radio-button").stream().map(Node::getAccessibleText).toList());
    }

    private List<String> words() {
        return Fx.run(() -> screen.node().lookupAll(".label").stream()
                .flatMap(n -> n instanceof Labeled l ? Stream.of(l.getText()) : Stream.empty())
                .toList());
    }

    private RadioButton radio(int index) {
        return find("approval-rule-" + index, RadioButton.class);
    }

    private Button approve() {
        return find("approval-approve", Button.class);
    }

    private <T> T find(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(screen.node().lookup("#" + id), id));
    }
}
