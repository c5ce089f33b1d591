package dev.signalbox.ui.runs;

import static dev.signalbox.ui.runs.Jobs.at;
import static dev.signalbox.ui.runs.Jobs.done;
import static dev.signalbox.ui.runs.Jobs.ended;
import static dev.signalbox.ui.runs.Jobs.going;
import static dev.signalbox.ui.runs.Jobs.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.testing.Fx;
import dev.signalbox.ui.runs.ClockRow.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClockViewTest {

    private static final double WIDTH = ClockView.NAMES + 14 + 500;

    private final List<String> heard = new ArrayList<>();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void placesBarsByTheirTimes() {
        Fx.act(() -> {
            ClockView view = shown(2, done(1, 0, 10, 50), ended(2, Conclusion.FAILURE, 50, 60, 100));
            Node bar = line(view, 1).lookup(".clock-bar");
            Node queue = line(view, 1).lookup(".clock-queue");
            assertThat(queue.getLayoutX()).isCloseTo(ClockView.NAMES + 250, within(1.0));
            assertThat(bar.getLayoutX()).isCloseTo(ClockView.NAMES + 300, within(1.0));
            assertThat(bar.getLayoutX() + bar.getLayoutBounds().getWidth()).isCloseTo(ClockView.NAMES + 500,
                    within(1.0));
        });
    }

    @Test
    void marksTheCriticalPathTheFailureAndTheChoice() {
        Fx.act(() -> {
            ClockView view = shown(2, done(1, 0, 10, 50), ended(2, Conclusion.FAILURE, 50, 60, 100), done(3, 0, 1, 9));
            // The second line, by the time of its queueing, is job 3.
            assertThat(line(view, 1).lookup(".clock-bar").getStyleClass()).contains("tone-ok")
                    .doesNotContain("critical");
            assertThat(line(view, 2).lookup(".clock-bar").getStyleClass()).contains("tone-bad", "critical");
            assertThat(line(view, 2).getPseudoClassStates()).anyMatch(p -> p.getPseudoClassName().equals("chosen"));
            assertThat(line(view, 2).getAccessibleText()).contains("failed").contains("on the critical path");
        });
    }

    @Test
    void outlinesWhatHasNotRun() {
        Fx.act(() -> {
            ClockView view = shown(1, done(1, 0, 10, 50), going(2, RunStatus.WAITING, 50, -1));
            assertThat(line(view, 1).lookup(".clock-bar").getStyleClass()).contains("planned");
        });
    }

    @Test
    void keepsItsLinesWhenOnlyTimesMove() {
        Fx.act(() -> {
            ClockView view = shown(1, going(1, RunStatus.IN_PROGRESS, 0, 10));
            Node before = line(view, 0);
            view.show(Jobs.clock(List.of(done(1, 0, 10, 90)), at(200)), Key.job(1));
            view.layout();
            assertThat(line(view, 0)).isSameAs(before);
            assertThat(((Label) before.lookup(".clock-took")).getText()).isEqualTo("1 m 20 s");
        });
    }

    @Test
    void keepsEverythingWithinItsWidthWhateverTheTimesAre() {
        Fx.act(() -> {
            Job[] jobs = LongStream.range(1, 200).mapToObj(i -> done(i, i, i, i)).toArray(Job[]::new);
            ClockView view = shown(7, jobs);
            assertThat(view.getChildrenUnmodifiable()).allSatisfy(node -> {
                assertThat(node.getLayoutX()).isGreaterThanOrEqualTo(0);
                assertThat(node.getLayoutX() + node.getLayoutBounds().getWidth()).isLessThanOrEqualTo(WIDTH + 0.5);
            });
            assertThat(view.prefHeight(-1)).isGreaterThan(199 * 20);
            assertThat(view.placeOf(Key.job(7))).isLessThan(view.placeOf(Key.job(8)));
            assertThat(view.placeOf(Key.job(9_999))).isZero();
        });
    }

    @Test
    void hearsKeysAndClicks() {
        Fx.act(() -> {
            ClockView view = shown(1, done(1, 0, 10, 50), done(2, 50, 60, 100));
            view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false));
            view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.UP, false, false, false, false));
            view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.LEFT, false, false, false, false));
            press(view, KeyCode.RIGHT);
            press(view, KeyCode.ENTER);
            click(line(view, 1));
        });
        assertThat(heard).as("Enter says nothing about a job alone")
                .containsExactly("move 1", "move -1", "fold true", "fold false", "choose job 2");
    }

    @Test
    void foldsAGroupByClickAndByEnter() {
        Fx.act(() -> {
            ClockView view = new ClockView(new HeardHand(heard));
            view.show(
                    Jobs.clock(List.of(named("test (1)", done(1, 0, 10, 50)), named("test (2)", done(2, 0, 9, 70))),
                            at(100)),
                    Key.group("test"));
            press(view, KeyCode.ENTER);
            press(view, KeyCode.SPACE);
            click(line(view, 0));
            click(line(view, 2));
        });
        assertThat(heard).containsExactly(
                "toggle test", "toggle test", "choose group test", "toggle test", "choose job 2");
    }

    @Test
    void setsTheJobsOfAGroupBackAndShowsItsSpanAsAThinBar() {
        Fx.act(() -> {
            ClockView view = shown(
                    1, named("test (1)", done(1, 0, 10, 50)), named("test (2)", done(2, 0, 20, 100)),
                    done(3, 0, 0, 30));
            assertThat(line(view, 0).lookup(".clock-count")).extracting(n -> ((Label) n).getText())
                    .isEqualTo("2 jobs");
            Node bar = line(view, 0).lookup(".clock-bar");
            assertThat(bar.getLayoutX()).isCloseTo(ClockView.NAMES + 50, within(1.0));
            assertThat(bar.getLayoutBounds().getHeight()).isLessThan(6);
            assertThat(name(view, 1).getLayoutX()).isGreaterThan(name(view, 3).getLayoutX());
            assertThat(view.getAccessibleText()).contains("Chosen: test (1)");
        });
    }

    @Test
    void drawsWhereTheRunShouldEndAndHidesTheTickBelowItsWords() {
        Fx.act(() -> {
            ClockView view = new ClockView(new HeardHand(heard));
            Scene scene = new Scene(view, WIDTH, 400);
            ClockFacts facts = new ClockFacts(
                    List.of(going(1, RunStatus.IN_PROGRESS, 0, 10)), Map.of(), null, at(119), Map.of(), at(60));
            view.show(ClockRows.of(facts), Key.job(1));
            scene.getRoot().applyCss();
            view.resize(WIDTH, 400);
            view.layout();
            Node ghost = view.lookup(".clock-ghost");
            assertThat(ghost.getLayoutX()).isCloseTo(ClockView.NAMES + 500, within(1.0));
            assertThat(((Label) view.lookup(".clock-ghost-words")).getText()).isEqualTo("usual end");
            assertThat(view.lookupAll(".clock-tick").stream().filter(n -> !n.isVisible())).isNotEmpty();
            view.show(Jobs.clock(List.of(done(1, 0, 10, 118)), at(200)), Key.job(1));
            view.layout();
            assertThat(view.lookup(".clock-ghost")).isNull();
            assertThat(view.lookupAll(".clock-tick")).allMatch(Node::isVisible);
        });
    }

    private static void press(ClockView view, KeyCode code) {
        view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static void click(Node node) {
        node.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_CLICKED, 5, 5, 5, 5, MouseButton.PRIMARY, 1, false, false, false, false, true, false,
                false, false, false, false, null));
    }

    private static Label name(ClockView view, int index) {
        return (Label) ((ClockLine) line(view, index)).getChildrenUnmodifiable().stream()
                .filter(n -> n instanceof Label label && label.getStyleClass().equals(List.of("label")))
                .findFirst()
                .orElseThrow();
    }

    private ClockView shown(long job, Job... jobs) {
        ClockView view = new ClockView(new HeardHand(heard));
        Scene scene = new Scene(view, WIDTH, 400);
        view.show(Jobs.clock(List.of(jobs), at(100)), Key.job(job));
        scene.getRoot().applyCss();
        view.resize(WIDTH, 400);
        view.layout();
        return view;
    }

    private static Node line(ClockView view, int index) {
        return view.getChildrenUnmodifiable().stream().filter(ClockLine.class::isInstance).toList().get(index);
    }
}
