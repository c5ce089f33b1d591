package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.BoardCells;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.LargeBoard;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How many nodes a change touches. What is not touched costs no style, no layout and no painting.
class BoardTouchTest {

    private final BoardScreen screen = Fx.run(() -> new BoardScreen(
            change -> {}, intent -> {}, place -> {}, preset -> {}, page -> {}, new ForgetfulMemory(), Runnable::run,
            Runnable::run));
    private ConsoleState state = new LargeBoard(300, 2).state();
    private Stage stage = Fx.run(Stage::new);
    private final Set<Node> restyled = new LinkedHashSet<>();
    private final List<String> retold = new ArrayList<>();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        stage = Fx.show(() -> (Parent) screen.node(), 990, 700);
        show();
        Fx.frames(2);
        Fx.act(() -> watch(stage.getScene().getRoot()));
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    private void show(Change... changes) {
        state = new Reducer().apply(state, List.of(changes));
        Fx.act(() -> {
            screen.show(state, LargeBoard.NOW);
            layOut();
        });
    }

    private void layOut() {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
    }

    private void watch(Node node) {
        node.getStyleClass().addListener((ListChangeListener<String>) change -> restyled.add(node));
        node.idProperty().subscribe((before, now) -> restyled.add(node));
        node.styleProperty().subscribe((before, now) -> restyled.add(node));
        if (node instanceof Text text) {
            text.textProperty().subscribe((before, now) -> told(now));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::watch);
        }
    }

    /// A label empties its text before it says something else.
    private void told(String text) {
        if (!text.isEmpty()) {
            retold.add(text);
        }
    }

    private Node cell(String place) {
        return Fx.run(() -> BoardCells.seen("cell-" + place, stage.getScene().getRoot())).orElseThrow();
    }

    @Test
    void anotherVersionChangesOneTextAndNoStyle() {
        // The lamp before it turns when production first differs, and stays as it is from then on.
        show(new Change.WorkloadSeen(LargeBoard.workload(3, 4, "v76"), LargeBoard.NOW));
        retold.clear();
        restyled.clear();
        show(new Change.WorkloadSeen(LargeBoard.workload(3, 4, "v77"), LargeBoard.NOW));

        assertThat(cell("service-0003-production").getAccessibleText()).contains("v77");
        assertThat(retold).containsExactly("v77");
        assertThat(restyled).isEmpty();
    }

    @Test
    void whatIsOutOfSightTouchesNothing() {
        show(new Change.WorkloadSeen(LargeBoard.workload(250, 4, "v77"), LargeBoard.NOW));

        assertThat(retold).isEmpty();
        assertThat(restyled).isEmpty();
    }

    @Test
    void troubleStylesItsOwnCellAndLampAlone() {
        Node before = cell("service-0003-production");
        show(new Change.WorkloadSeen(
                Workloads.crashing(LargeBoard.key(3, 4)), LargeBoard.NOW));

        assertThat(restyled).contains(before);
        assertThat(before.getStyleClass()).contains("board-cell", "tone-bad").doesNotContain("tone-ok");
        Set<Node> lines = new LinkedHashSet<>();
        restyled.forEach(node -> lines.add(lineOf(node)));
        lines.remove(lineOf(before));
        // Beside the line, only the heading of its group says that something is failing.
        assertThat(lines).allSatisfy(node -> assertThat(node).isInstanceOf(GroupLine.class)).hasSizeLessThan(2);
    }

    private static Node lineOf(Node node) {
        Node at = node;
        while (!(at instanceof ServiceLine) && !(at instanceof GroupLine)) {
            at = Objects.requireNonNull(at.getParent(), () -> node + " is in no line");
        }
        return at;
    }

    @Test
    void aLineThatScrollsInChangesNoIdAndNoStyle() {
        for (int i = 0; i < 8; i++) {
            Fx.act(() -> {
                stage.getScene().lookup("#board-list").fireEvent(new ScrollEvent(
                        ScrollEvent.SCROLL, 100, 100, 100, 100, false, false, false, false, true, false, 0, -300, 0,
                        -300, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                        ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
                layOut();
            });
        }

        assertThat(cell("service-0049-production").getId()).isNull();
        // Bars of builds that ended otherwise have another colour; nothing else differs between services that are well.
        assertThat(restyled).allSatisfy(node -> assertThat(node.getStyleClass()).contains("board-bar"));
        assertThat(retold).isNotEmpty();
    }
}
