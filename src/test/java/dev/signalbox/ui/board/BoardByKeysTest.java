package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.deployment;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.testing.Examples.runId;
import static dev.signalbox.ui.board.BoardStates.PRODUCTION;
import static dev.signalbox.ui.board.BoardStates.STAGING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.ui.shell.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The board for whoever has no mouse, or sees nothing of it.
class BoardByKeysTest {

    private static final int STOPS = 40;

    private final List<Place> places = new ArrayList<>();
    private final BoardStates states = new BoardStates()
            .running(Workloads.healthy(STAGING), Workloads.healthy(PRODUCTION))
            .deployed(deployment("production", Workloads.SHA_NEW, "v2", Deployment.State.SUCCESS))
            .runs(run(974, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON));
    private final BoardScreen screen = Fx.run(() -> new BoardScreen(
            change -> {}, intent -> {}, places::add, preset -> {}, page -> {}, new ForgetfulMemory(), Runnable::run,
            Runnable::run));
    private Stage stage = Fx.run(Stage::new);
    private Keys keys = new Keys(stage);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        stage = Fx.show(() -> (Parent) screen.node(), 990, 820);
        keys = new Keys(stage);
        show(states.state(), 0);
        Fx.act(screen::shown);
        Node list = find("board-list");
        Fx.act(list::requestFocus);
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    private void show(ConsoleState state, long later) {
        Fx.act(() -> {
            screen.show(state, NOON.plusSeconds(later));
            layOut();
        });
    }

    private void press(KeyCode... codes) {
        keys.press(codes);
        Fx.act(this::layOut);
    }

    private void layOut() {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
    }

    private Node find(String id) {
        return Objects.requireNonNull(Fx.run(() -> stage.getScene().lookup("#" + id)), id);
    }

    private String heard() {
        return Fx.run(() -> String.valueOf(find("board-list").queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    }

    @Test
    void theBoardSaysWhatIsChosenWhileArrowsWalkOverIt() {
        assertThat(heard()).isEqualTo("Services");
        press(KeyCode.DOWN);
        assertThat(heard()).startsWith("Services. Chosen: checkout, production: v2, ");
        press(KeyCode.LEFT);
        assertThat(heard()).startsWith("Services. Chosen: checkout, staging: v2, ");
        press(KeyCode.RIGHT);
        assertThat(heard()).startsWith("Services. Chosen: checkout, production: v2, ");
        press(KeyCode.ESCAPE);
        assertThat(heard()).isEqualTo("Services");
    }

    @Test
    void theBoardSaysWhatBecomesOfWhatIsChosen() {
        press(KeyCode.DOWN);
        show(states.running(Workloads.crashing(PRODUCTION)).state(), 0);
        assertThat(heard()).contains("checkout, production: v2, ").contains("CrashLoopBackOff");
        press(KeyCode.SPACE);
        assertThat(heard()).as("as a tile").startsWith("Services. Chosen: checkout, production: v2, ");
    }

    @Test
    void theRunThatDeployedIsReachedByTabAndOpenedByEnter() {
        press(KeyCode.DOWN);
        Node link = find("fact-run");
        assertThat(link.getAccessibleText()).isEqualTo("Open run #974");
        tabTo(link);
        press(KeyCode.ENTER);

        assertThat(places).containsExactly(new Place.AtRun(runId(974)));
    }

    @Test
    void anAgeThatTicksTakesNobodyTheKeyboard() {
        press(KeyCode.DOWN);
        Node link = find("fact-run");
        tabTo(link);
        show(states.state(), 300);

        assertThat(find("fact-run")).isSameAs(link);
        assertThat(link.isFocused()).isTrue();
        assertThat(link.getAccessibleHelp()).startsWith("Deployed 6 m ago by release-bot");
    }

    private void tabTo(Node node) {
        for (int i = 0; i < STOPS && !node.isFocused(); i++) {
            press(KeyCode.TAB);
        }
        assertThat(node.isFocused()).as("%s is reached by Tab", node.getId()).isTrue();
    }
}
