package dev.signalbox.ui.activity;

import static dev.signalbox.testing.SampleStates.NOW;
import static dev.signalbox.ui.activity.Actions.restart;
import static dev.signalbox.ui.activity.Actions.rollBack;
import static dev.signalbox.ui.activity.Actions.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.FakeOperator;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.testing.SampleRuns;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The journal on the screen: list, filter, card, and what can still be done.
class ActivityScreenTest {

    private static final Duration FIVE = Duration.ofSeconds(5);
    private static final ConsoleState SEVERAL = state(
            rollBack("flying", Phase.VERIFYING, 22, null, Fate.APPLIED),
            restart("unknown", Phase.UNKNOWN, 600, FIVE, Fate.UNKNOWN),
            rollBack("done", Phase.DONE, 900, FIVE, Fate.VERIFIED),
            restart("failed", Phase.FAILED, 1_200, FIVE, Fate.NOT_APPLIED));

    private final FakeOperator operator = new FakeOperator();
    private final List<Intent> proposed = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private ActivityScreen screen;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        screen = Fx.run(() -> new ActivityScreen(operator, proposed::add, new TimeOfDay(ZoneOffset.UTC)));
        stage = Fx.show(screen::node, 1_000, 800);
        Fx.act(() -> {
            stage.requestFocus();
            screen.show(SEVERAL, NOW);
            screen.shown();
            screen.node().applyCss();
            screen.node().layout();
        });
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void opensWithWhatGoesOn() {
        assertThat(list().getSelectionModel().getSelectedIndex()).isZero();
        assertThat(card()).contains("Roll back checkout to v2.14.0", "verifying", "said", "Running for", "22 s");
    }

    @Test
    void everyFilterSaysHowMuchItLetsThrough() {
        assertThat(Stream.of("all", "in-flight", "unsettled", "failed", "done")
                .map(id -> button("activity-filter-" + id, ToggleButton.class).getAccessibleText()))
                .containsExactly("All, 4", "In flight, 1", "Unsettled, 1", "Failed, 1", "Done, 1");
    }

    @Test
    void aFilterShowsItsOwnAndTheFirstOfThem() {
        Fx.act(() -> button("activity-filter-failed", ToggleButton.class).fire());
        assertThat(list().getItems()).hasSize(1);
        assertThat(card()).contains("Restart mailer", "failed");
        Fx.act(() -> button("activity-filter-all", ToggleButton.class).fire());
        assertThat(list().getItems()).hasSize(4);
        assertThat(card()).as("the choice is kept").contains("Restart mailer", "failed");
    }

    @Test
    void aFilterThatLetsNothingThroughSaysSo() {
        Fx.act(() -> screen.show(state(restart("a", Phase.DONE, 60, FIVE)), NOW));
        Fx.act(() -> button("activity-filter-failed", ToggleButton.class).fire());
        assertThat(words(screen.node())).contains("Nothing here");
        assertThat(screen.node().lookup("#action")).isNull();
    }

    @Test
    void theArrowKeysMoveThroughTheList() {
        Keys keys = new Keys(stage);
        keys.press(KeyCode.DOWN);
        keys.press(KeyCode.DOWN);
        assertThat(card()).contains("Roll back checkout to v2.14.0", "done");
        keys.press(KeyCode.UP);
        assertThat(card()).contains("Restart mailer", "outcome unknown");
    }

    @Test
    void whatIsDoneOffersItsWayBackAndTheSheetDoesTheRest() {
        open("done");
        Fx.act(() -> button("action-undo", Button.class).fire());
        assertThat(proposed).singleElement().isInstanceOfSatisfying(
                Intent.RollBack.class, back -> assertThat(back.version()).isEqualTo("v2.14.1"));
        assertThat(operator.confirmed).isEmpty();
    }

    @Test
    void whatCannotBeTakenBackHasNoButtonForIt() {
        open("failed");
        assertThat(button("action-undo", Button.class).isVisible()).isFalse();
        assertThat(card()).contains("A restart cannot be taken back");
        open("flying");
        assertThat(button("action-undo", Button.class).isManaged()).isFalse();
    }

    @Test
    void onlyAnUnsettledActionCanBeClosedAndOnlyWithANote() {
        open("done");
        assertThat(button("action-check", Button.class).getParent().getParent().isVisible()).isFalse();
        open("unknown");
        Button close = button("action-close", Button.class);
        assertThat(close.isDisabled()).isTrue();
        Fx.act(() -> button("action-note", TextField.class).setText("   "));
        assertThat(close.isDisabled()).isTrue();
        Fx.act(() -> button("action-note", TextField.class).setText(" the pods are new "));
        Fx.act(close::fire);
        assertThat(operator.closed).containsExactly("unknown: the pods are new");
        assertThat(button("action-note", TextField.class).getText()).isEmpty();
    }

    @Test
    void aNoteForOneActionDoesNotReachAnother() {
        open("unknown");
        Fx.act(() -> button("action-note", TextField.class).setText("about this one"));
        open("done");
        open("unknown");
        assertThat(button("action-note", TextField.class).getText()).isEmpty();
    }

    @Test
    void checkingAgainOnlyReads() {
        open("unknown");
        Fx.act(() -> button("action-check", Button.class).fire());
        assertThat(operator.checked).containsExactly(new PlanId("unknown"));
        assertThat(operator.prepared).isEmpty();
    }

    @Test
    void followsAnActionToItsEndWithoutLosingTheChoice() {
        open("flying");
        Fx.act(() -> screen.show(
                state(
                        rollBack("flying", Phase.DONE, 40, Duration.ofSeconds(38), Fate.VERIFIED, Fate.APPLIED),
                        restart("unknown", Phase.UNKNOWN, 600, FIVE, Fate.UNKNOWN)),
                NOW.plusSeconds(20)));
        assertThat(card()).contains("Roll back checkout to v2.14.0", "done", "Took", "38 s");
        assertThat(list().getSelectionModel().getSelectedIndex()).as("it moved down in the list").isEqualTo(1);
    }

    @Test
    void rowsThatOnlyAgeAreReplacedInPlace() {
        List<?> before = List.copyOf(list().getItems());
        Fx.act(() -> screen.show(SEVERAL, NOW.plusSeconds(10)));
        assertThat(list().getItems().get(3)).isSameAs(before.get(3));
        assertThat(list().getItems().getFirst()).isNotEqualTo(before.getFirst());
        assertThat(list().getSelectionModel().getSelectedIndex()).isZero();
    }

    @Test
    void thePathOfARequestIsNotBrokenInsideAWord() {
        open("done");
        String whole = "PATCH /apis/apps/v1/namespaces/production/deployments/checkout?fieldManager=signalbox";
        FlowPane path = Fx.run(() -> (FlowPane) Objects.requireNonNull(screen.node().lookup(".sb-request")));
        List<Label> parts = path.getChildren().stream().map(Label.class::cast).toList();
        assertThat(String.join("", parts.stream().map(Label::getText).toList())).isEqualTo(whole);
        assertThat(parts).extracting(Label::getText)
                .contains("PATCH ", "/namespaces", "/deployments", "/checkout", "?fieldManager=signalbox");
        assertThat(path.getAccessibleText()).isEqualTo(whole);
        Fx.act(() -> assertThat(parts).allSatisfy(part -> {
            assertThat(part.getHeight()).as(part.getText() + " stands in one line").isLessThan(24);
            assertThat(part.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(path.getWidth() + 0.5);
        }));
        assertThat(parts.stream().map(Label::getLayoutY).distinct().count()).as("lines").isGreaterThan(1);
    }

    @Test
    void goesToAnActionFromElsewhereThroughAnyFilter() {
        Fx.act(() -> button("activity-filter-failed", ToggleButton.class).fire());
        Fx.act(() -> assertThat(screen.open(new Place.AtAction(new PlanId("done")))).isTrue());
        assertThat(button("activity-filter-all", ToggleButton.class).isSelected()).isTrue();
        assertThat(card()).contains("Roll back checkout to v2.14.0", "done");
        Fx.act(() -> {
            assertThat(screen.open(new Place.AtAction(new PlanId("gone")))).isFalse();
            assertThat(screen.open(new Place.AtRun(SampleRuns.WEB_RELEASE))).isFalse();
        });
    }

    @Test
    void badgeCountsWhatAPersonHasToLookAt() {
        assertThat(screen.waiting(SEVERAL)).isEqualTo(1);
        assertThat(screen.waiting(ConsoleState.EMPTY)).isZero();
        assertThat(screen.title()).isEqualTo("Activity");
        assertThat(screen.keys()).isNotEmpty();
    }

    private void open(String id) {
        Fx.act(() -> {
            screen.open(new Place.AtAction(new PlanId(id)));
            screen.node().applyCss();
            screen.node().layout();
        });
    }

    private List<String> card() {
        return words(Objects.requireNonNull(screen.node().lookup("#action")));
    }

    private static List<String> words(Node root) {
        return Fx.run(() -> {
            root.applyCss();
            return root.lookupAll(".label").stream()
                    .flatMap(n -> n instanceof Labeled l && l.getText() != null
                            ? Stream.of(l.getText())
                            : Stream.empty())
                    .toList();
        });
    }

    private ListView<?> list() {
        return button("activity-list", ListView.class);
    }

    private <T> T button(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(screen.node().lookup("#" + id), id));
    }
}
