package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.BoardCells;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.testing.LargeBoard;
import dev.signalbox.ui.shell.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A board that is much longer than its window: what has nodes, what stays where it is, what is looked at.
class BoardFlowTest {

    private static final int SERVICES = 300;

    private final List<Change> offered = new ArrayList<>();
    private final ForgetfulMemory memory = new ForgetfulMemory();
    private final BoardScreen screen = Fx.run(() -> new BoardScreen(
            offered::add, intent -> {}, place -> {}, preset -> {}, page -> {}, memory, Runnable::run, Runnable::run));
    private ConsoleState state = new LargeBoard(SERVICES, 2).state();
    private Stage stage = Fx.run(Stage::new);
    private Keys keys = new Keys(stage);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        stage = Fx.show(() -> (javafx.scene.Parent) screen.node(), 990, 700);
        keys = new Keys(stage);
        show(state);
        Fx.act(() -> {
            screen.shown();
            layOut();
        });
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    private void show(ConsoleState next) {
        state = next;
        Fx.act(() -> {
            screen.show(next, LargeBoard.NOW);
            layOut();
        });
    }

    private void layOut() {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
        // Lines are not managed by what surrounds them; a pulse lays them out.
        flow().lookupAll(".board-tiles").forEach(tiles -> ((HeatMap) tiles).layout());
    }

    private void press(KeyCode... codes) {
        keys.press(codes);
        Fx.act(this::layOut);
    }

    private void scroll(double by) {
        Fx.act(() -> {
            flow().fireEvent(new ScrollEvent(
                    ScrollEvent.SCROLL, 100, 100, 100, 100, false, false, false, false, true, false, 0, -by, 0, -by,
                    ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0,
                    null));
            layOut();
        });
    }

    private BoardFlow flow() {
        return (BoardFlow) Objects.requireNonNull(stage.getScene().lookup("#board-list"));
    }

    private Set<Node> seen(String selector) {
        return Fx.run(() -> {
            Set<Node> found = new LinkedHashSet<>(flow().lookupAll(selector));
            found.removeIf(n -> {
                for (Node at = n; at != null; at = at.getParent()) {
                    if (!at.isVisible()) {
                        return true;
                    }
                }
                return false;
            });
            return found;
        });
    }

    private Node cell(String place) {
        return Fx.run(() -> BoardCells.seen("cell-" + place, flow())).orElseThrow();
    }

    private double y(String cell) {
        Node node = cell(cell + "-production");
        return Fx.run(() -> {
            Bounds bounds = node.localToScene(node.getBoundsInLocal());
            return bounds.getMinY();
        });
    }

    private boolean isSeen(String service) {
        return Fx.run(() -> BoardCells.seen("cell-" + service + "-production", flow())).isPresent();
    }

    private ConsoleState without(String... services) {
        List<String> gone = List.of(services);
        var spec = new LargeBoard(SERVICES, 2).spec();
        return new Reducer().apply(state, List.of(new Change.BoardDescribed(
                new dev.signalbox.domain.board.BoardSpec(
                        spec.environments(),
                        spec.services().stream().filter(s -> !gone.contains(s.name())).toList(), spec.discover()),
                List.of())));
    }

    @Test
    void onlyLinesInSightHaveNodes() {
        assertThat(flow().lookupAll(".board-line").size()).isBetween(8, 20);
        for (int i = 0; i < 40; i++) {
            scroll(300);
        }
        assertThat(flow().lookupAll(".board-line").size()).isLessThan(40);
        assertThat(isSeen("service-0299") || isSeen("service-0200") || flow().scroll() > 10_000).isTrue();
    }

    @Test
    void aLineKeepsItsNodeWhileItsNeighboursChange() {
        Node before = cell("service-0003-production");
        show(new Reducer().apply(state, List.of(
                new Change.WorkloadSeen(LargeBoard.workload(2, 4, "v9"), LargeBoard.NOW),
                new Change.WorkloadSeen(LargeBoard.workload(3, 4, "v10"), LargeBoard.NOW))));

        assertThat(cell("service-0003-production")).isSameAs(before);
        assertThat(before.getAccessibleText()).contains("v10");
    }

    @Test
    void rowsThatVanishAboveMoveNothingInSight() {
        scroll(1_000);
        assertThat(isSeen("service-0022")).isTrue();
        double before = y("service-0022");
        show(without("service-0001", "service-0002", "service-0003"));

        assertThat(y("service-0022")).isEqualTo(before);
    }

    @Test
    void whatIsChosenStaysWhereItIsAndChosen() {
        press(KeyCode.DOWN);
        for (int i = 0; i < 6; i++) {
            press(KeyCode.DOWN);
        }
        double before = y("service-0006");
        scroll(150);
        show(without("service-0001", "service-0002"));

        assertThat(y("service-0006")).isEqualTo(before - 150);
        assertThat(cell("service-0006-production").getPseudoClassStates())
                .extracting(Object::toString).contains("chosen");
    }

    @Test
    void pageKeysAndArrowsBringTheChosenRowIntoSight() {
        for (int i = 0; i < 4; i++) {
            press(KeyCode.PAGE_DOWN);
        }
        assertThat(isSeen("service-0039")).isTrue();
        press(KeyCode.PAGE_UP);
        assertThat(isSeen("service-0029")).isTrue();
    }

    @Test
    void aPlaceFarAwayIsScrolledTo() {
        Fx.act(() -> {
            assertThat(screen.open(new Place.AtTarget("service-0250", "staging"))).isTrue();
            layOut();
        });
        assertThat(isSeen("service-0250")).isTrue();
        assertThat(screen.open(new Place.AtService("no such service"))).isFalse();
    }

    @Test
    void onlyWhatIsInSightIsWatched() {
        assertThat(watched()).contains("service-0001").doesNotContain("service-0100").hasSizeLessThan(20);
        Fx.act(() -> {
            screen.open(new Place.AtService("service-0100"));
            layOut();
        });
        assertThat(watched()).contains("service-0100").doesNotContain("service-0001");
        Fx.act(screen::hidden);
        assertThat(watched()).isEmpty();
    }

    private List<String> watched() {
        return offered.stream()
                .map(Change.FocusMoved.class::cast)
                .toList()
                .getLast()
                .focus().repositories().stream().map(r -> r.name()).toList();
    }

    @Test
    void closedGroupsAreTilesThatArrowsAndEnterReach() {
        press(KeyCode.CONTROL, KeyCode.G);
        assertThat(seen(".board-tiles")).hasSize(6);
        assertThat(seen(".board-line")).isEmpty();
        press(KeyCode.DOWN);
        press(KeyCode.RIGHT);
        assertThat(seen(".board-tiles").iterator().next().getAccessibleText())
                .startsWith("Group Group 1, 50 services as tiles, service-0001, ");
        press(KeyCode.ENTER);
        assertThat(isSeen("service-0001")).isTrue();
        assertThat(memory.kept.getLast()).hasSize(5).doesNotContain("Group 1");
    }

    @Test
    void aPressedTileOpensItsService() {
        press(KeyCode.CONTROL, KeyCode.G);
        HeatMap tiles = (HeatMap) seen(".board-tiles").iterator().next();
        TileGrid grid = TileGrid.of(tiles.getWidth(), 50);
        Fx.act(() -> {
            Node canvas = tiles.getChildrenUnmodifiable().getFirst();
            var at = canvas.localToScene(grid.x(4) + 2, grid.y(4) + 2);
            canvas.fireEvent(new javafx.scene.input.MouseEvent(
                    javafx.scene.input.MouseEvent.MOUSE_CLICKED, at.getX(), at.getY(), 0, 0,
                    javafx.scene.input.MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true,
                    false, true, null));
            layOut();
        });
        assertThat(tiles.getAccessibleText()).contains("service-0004");
    }

    @Test
    void aFilterActsAndGivesThePlaceBack() {
        press(KeyCode.CONTROL, KeyCode.F);
        keys.type("service-0123");
        Fx.act(this::layOut);
        assertThat(seen(".board-line")).hasSize(1);
        press(KeyCode.DOWN);
        double before = y("service-0123");
        press(KeyCode.CONTROL, KeyCode.F);
        press(KeyCode.ESCAPE);
        assertThat(y("service-0123")).isEqualTo(before);
        assertThat(seen(".board-line").size()).isGreaterThan(8);
    }
}
