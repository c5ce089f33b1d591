package dev.signalbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.testing.SampleRuns;
import dev.signalbox.testing.SampleStates;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people do with the keyboard alone, in a real window on the headless screen.
class KeyboardStoriesTest {

    private ConsoleFixture it = new ConsoleFixture(false);
    private Stage stage = Fx.run(Stage::new);
    private Keys keys = new Keys(stage);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void openWindow() {
        stage = Fx.show(
                () -> {
                    it = new ConsoleFixture(true);
                    it.show(ConsoleFixture.withPreparedApproval().state());
                    return it.shell.root();
                },
                1_000, 700);
        keys = new Keys(stage);
        Fx.act(() -> {
            stage.requestFocus();
            it.shell.begin();
        });
    }

    @AfterEach
    void closeWindow() {
        Fx.act(stage::close);
    }

    @Test
    void findsAScreenByTheKeyboardAlone() {
        press(KeyCode.CONTROL, KeyCode.K);
        assertThat(find("palette").isVisible()).isTrue();
        type("activ");
        assertThat(list("palette-list").getItems()).hasSize(1);
        press(KeyCode.ENTER);
        assertThat(find("palette").isVisible()).isFalse();
        assertThat(has("activity-list")).isTrue();
    }

    @Test
    void closesThePaletteAndGivesTheKeyboardBack() {
        Node before = focused();
        press(KeyCode.CONTROL, KeyCode.K);
        assertThat(focused()).isSameAs(find("palette-field"));
        press(KeyCode.ESCAPE);
        assertThat(find("palette").isVisible()).isFalse();
        assertThat(focused()).isSameAs(before);
    }

    @Test
    void goesToScreensByNumber() {
        press(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(has("activity-list")).isTrue();
        press(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(has("approvals-queue")).isTrue();
        assertThat(has("activity-list")).isFalse();
    }

    @Test
    void showsAllKeysAndClosesThem() {
        type("?");
        assertThat(find("keys").isVisible()).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(find("keys").isVisible()).isFalse();
    }

    @Test
    void aQuestionMarkInAFieldIsJustAQuestionMark() {
        press(KeyCode.CONTROL, KeyCode.M);
        type("why?");
        assertThat(((TextField) find("approval-comment")).getText()).isEqualTo("why?");
        assertThat(shows("keys")).isFalse();
    }

    @Test
    void readsEverythingAgainAndSwitchesTheTheme() {
        press(KeyCode.F5);
        assertThat(it.refreshed).isEqualTo(1);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        press(KeyCode.CONTROL, KeyCode.K);
        type("dark theme");
        assertThat(list("palette-list").getItems()).isNotEmpty();
    }

    @Test
    void approvesExactlyWhatWasShownWithAComment() {
        press(KeyCode.CONTROL, KeyCode.M);
        type("soak was fine");
        press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(it.operator.prepared.getLast()).isEqualTo(new Intent.ReviewDeployment(
                SampleRuns.WEB_RELEASE, 1, SampleRuns.WEB_SHA, List.of(new Gate.Environment(3)), List.of("production"),
                Decision.APPROVE,
                "soak was fine"));
        assertThat(find("plan-sheet").isVisible()).isTrue();
        Plan plan = SampleActions.approve("p9");
        show(ConsoleFixture.withPreparedApproval().draft(new Draft.Ready(new DraftId("draft-2"), plan.intent(), plan)));
        press(KeyCode.ENTER);
        assertThat(it.operator.confirmed).containsExactly(new DraftId("draft-2"));
        press(KeyCode.ENTER);
        press(KeyCode.SPACE);
        assertThat(it.operator.confirmed).hasSize(1);
    }

    @Test
    void confirmsOnlyWithTheExactName() {
        propose();
        assertThat(focused()).isSameAs(find("plan-name"));
        assertThat(find("plan-confirm").isDisabled()).isTrue();
        type("productio");
        press(KeyCode.ENTER);
        assertThat(it.operator.confirmed).isEmpty();
        type("n");
        assertThat(find("plan-confirm").isDisabled()).isFalse();
        press(KeyCode.ENTER);
        assertThat(it.operator.confirmed).containsExactly(new DraftId("draft-2"));
        assertThat(find("plan-confirm").isDisabled()).isTrue();
    }

    @Test
    void escForgetsThePlan() {
        propose();
        press(KeyCode.ESCAPE);
        assertThat(find("plan-sheet").isVisible()).isFalse();
        assertThat(it.operator.discarded).containsExactly(new DraftId("draft-2"));
        assertThat(it.operator.confirmed).isEmpty();
    }

    @Test
    void theKeyboardStaysInTheSheet() {
        propose();
        Node sheet = find("plan-sheet");
        for (int i = 0; i < 14; i++) {
            press(KeyCode.TAB);
            assertThat(isWithin(focused(), sheet)).isTrue();
        }
        press(KeyCode.CONTROL, KeyCode.DIGIT2);
        press(KeyCode.CONTROL, KeyCode.K);
        assertThat(has("activity-list")).isFalse();
        assertThat(shows("palette")).isFalse();
        assertThat(sheet.isVisible()).isTrue();
    }

    @Test
    void followsTheActionAndChecksAnUnknownOutcomeAgain() {
        Plan plan = propose();
        type("production");
        press(KeyCode.ENTER);
        Draft confirmed = new Draft.Confirmed(new DraftId("draft-2"), plan.intent(), plan.id());
        show(SampleStates.full().draft(confirmed)
                .action(SampleActions.record(plan, Phase.UNKNOWN, "No answer came", 5, null, Fate.UNKNOWN)));
        assertThat(find("plan-outcome").getStyleClass()).contains("tone-warn");
        Fx.act(((Button) find("plan-again"))::fire);
        assertThat(it.operator.checked).containsExactly(plan.id());
        show(SampleStates.full().draft(confirmed)
                .action(SampleActions.record(plan, Phase.DONE, "Done", 5, null, Fate.VERIFIED)));
        assertThat(find("plan-outcome").getStyleClass()).contains("tone-ok");
        assertThat(((Labeled) find("plan-cancel")).getText()).isEqualTo("Close");
    }

    @Test
    void everythingThatTakesTheKeyboardHasANameAndAnId() {
        for (KeyCode screen : List.of(KeyCode.DIGIT1, KeyCode.DIGIT2)) {
            press(KeyCode.CONTROL, screen);
            assertThat(Fx.run(() -> stage.getScene().getRoot().lookupAll("*").stream()
                    .filter(n -> n.isFocusTraversable() && n.isVisible())
                    .filter(n -> n instanceof javafx.scene.control.Control)
                    .filter(n -> n.getId() == null || n.getAccessibleText() == null || n.getAccessibleText().isBlank())
                    .map(Object::toString)
                    .toList())).isEmpty();
        }
    }

    private Plan propose() {
        Plan plan = SampleActions.rollBack("p10");
        Fx.act(() -> it.sheet.propose(plan.intent()));
        show(SampleStates.full().draft(new Draft.Ready(new DraftId("draft-2"), plan.intent(), plan)));
        return plan;
    }

    private void show(SampleStates states) {
        Fx.act(() -> it.show(states.state()));
    }

    private void press(KeyCode... codes) {
        keys.press(codes);
    }

    private void type(String text) {
        keys.type(text);
    }

    private Node find(String id) {
        return Objects.requireNonNull(Fx.run(() -> stage.getScene().lookup("#" + id)), id);
    }

    /// What nobody has opened yet is not there at all.
    private boolean shows(String id) {
        return has(id) && find(id).isVisible();
    }

    private boolean has(String id) {
        return Fx.run(() -> stage.getScene().lookup("#" + id) != null);
    }

    private ListView<?> list(String id) {
        return (ListView<?>) find(id);
    }

    private Node focused() {
        return Fx.run(() -> Objects.requireNonNull(stage.getScene().getFocusOwner()));
    }

    private static boolean isWithin(Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }
}
