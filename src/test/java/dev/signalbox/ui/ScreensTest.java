package dev.signalbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.RunState;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.testing.Warnings;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreensTest {

    private static final String HOSTILE = "<b>x</b>\u202e" + "evil\u0007 " + "very-long-name-".repeat(200);

    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void areDrawnInBothThemesWithoutAWarning() {
        try (Warnings warnings = new Warnings()) {
            for (Theme theme : Theme.values()) {
                for (String screen : List.of("approvals", "activity")) {
                    Fx.picture(() -> at(screen, SampleStates.rich()), theme, 1_440, 900, folder.resolve("picture.png"));
                }
            }
            assertThat(warnings.heard()).isEmpty();
        }
    }

    @Test
    void saySoWhenThereIsNothing() {
        Fx.run(() -> {
            assertThat(words(drawn("approvals", ConsoleState.EMPTY))).contains("Nothing waits for approval");
            assertThat(words(drawn("activity", ConsoleState.EMPTY))).contains("Nothing here");
            return true;
        });
    }

    @Test
    void showHostileTextAsTextAndWithinTheWindow() {
        RunId id = new RunId(SampleStates.repository("checkout"), 5);
        Run run = new Run(
                id, 1, 1, HOSTILE, "x/" + HOSTILE, 5, HOSTILE, "push", RunStatus.WAITING, Conclusion.NONE, HOSTILE,
                HOSTILE,
                HOSTILE, HOSTILE, SampleStates.NOW, SampleStates.NOW, SampleStates.NOW.minusSeconds(9_999), null);
        RunState waiting = new RunState(
                Reading.of(run, SampleStates.NOW), Map.of(),
                Reading.of(
                        List.of(new PendingApproval(id, new Gate.Environment(7), HOSTILE, true, Duration.ZERO, null,
                                List.of())),
                        SampleStates.NOW),
                Reading.never());
        ActionRecord action = SampleActions.record(
                SampleActions.rollBack("p1"), Phase.FAILED, HOSTILE, 5, Duration.ofSeconds(1), Fate.NOT_APPLIED);
        ConsoleState state = SampleStates.full().run(id, waiting).action(action).state();
        Fx.run(() -> {
            for (String screen : List.of("approvals", "activity")) {
                Parent root = drawn(screen, state);
                assertThat(words(root)).as(screen).anyMatch(w -> w.contains("‹U+202E›") || w.contains("<b>"));
                assertThat(words(root)).as(screen).noneMatch(w -> w.contains("\u202e") || w.contains("\u0007"));
                assertThat(root.minWidth(-1)).as(screen).isLessThanOrEqualTo(1_000);
            }
            return true;
        });
    }

    @Test
    void keepTheChoiceWhileTheClockMovesOn() {
        Fx.run(() -> {
            ConsoleFixture it = new ConsoleFixture(false).show(SampleStates.rich());
            it.model.go(new Place.AtAction(new PlanId("p4")));
            Scene scene = drawn(it.shell.root());
            ListView<?> list = (ListView<?>) find(scene, "activity-list");
            assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(1);
            it.shell.show(SampleStates.rich(), SampleStates.NOW.plusSeconds(1));
            assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(1);
            list.getSelectionModel().select(2);
            it.shell.show(SampleStates.rich(), SampleStates.NOW.plusSeconds(2));
            assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(2);
            return true;
        });
    }

    @Test
    void closeAnUnsettledActionWithANote() {
        Fx.run(() -> {
            ConsoleFixture it = new ConsoleFixture(false).show(SampleStates.rich());
            it.model.go(new Place.AtAction(new PlanId("p4")));
            Scene scene = drawn(it.shell.root());
            Button close = (Button) find(scene, "action-close");
            assertThat(close.isDisabled()).isTrue();
            ((TextField) find(scene, "action-note")).setText("pods are new");
            close.fire();
            assertThat(it.operator.closed).containsExactly("p4: pods are new");
            ((Button) find(scene, "action-check")).fire();
            assertThat(it.operator.checked).containsExactly(new PlanId("p4"));
            return true;
        });
    }

    @Test
    void rejectOnlyWithAComment() {
        Fx.run(() -> {
            ConsoleFixture it = new ConsoleFixture(false).show(ConsoleFixture.withPreparedApproval().state());
            Scene scene = drawn(it.shell.root());
            Button reject = (Button) find(scene, "approval-reject");
            assertThat(reject.isDisabled()).isTrue();
            ((TextField) find(scene, "approval-comment")).setText("not on a Friday");
            assertThat(reject.isDisabled()).isFalse();
            reject.fire();
            assertThat(it.operator.prepared.getLast().toString()).contains("REJECT", "not on a Friday");
            assertThat(it.sheet.openProperty().get()).isTrue();
            return true;
        });
    }

    private static Parent at(String screen, ConsoleState state) {
        ConsoleFixture it = new ConsoleFixture(true).show(state);
        it.model.go(new Place.AtScreen(screen));
        return it.shell.root();
    }

    private static Parent drawn(String screen, ConsoleState state) {
        return drawn(at(screen, state)).getRoot();
    }

    private static Scene drawn(Parent root) {
        Scene scene = new Scene(root, 1_000, 700);
        Theme.DARK.applyTo(scene);
        root.applyCss();
        root.layout();
        return scene;
    }

    private static List<String> words(Parent root) {
        return root.lookupAll(".label").stream()
                .flatMap(n -> n instanceof Labeled l && l.getText() != null ? Stream.of(l.getText()) : Stream.empty())
                .toList();
    }

    private static Node find(Scene scene, String id) {
        return Objects.requireNonNull(scene.lookup("#" + id), id);
    }
}
