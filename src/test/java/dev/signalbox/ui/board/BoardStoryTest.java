package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.Intent;
import dev.signalbox.testing.BoardCells;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.testing.SampleRuns;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.shell.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people do with the board by the keyboard alone, as wide as beside the navigation of a small and a large window.
class BoardStoryTest {

    private static final double NARROW = 944;
    private static final double WIDE = 1_384;

    private final List<Intent> proposed = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private Stage stage = Fx.run(Stage::new);
    private Keys keys = new Keys(stage);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        stage = Fx.show(
                () -> {
                    BoardScreen screen = new BoardScreen(
                            change -> {}, proposed::add, places::add, preset -> {}, page -> {}, new ForgetfulMemory(),
                            Runnable::run,
                            Runnable::run);
                    screen.show(SampleStates.rich(), SampleStates.NOW);
                    screen.shown();
                    return screen.node();
                },
                NARROW, 820);
        keys = new Keys(stage);
        Fx.act(stage::requestFocus);
        focus("board-list");
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void arrowsMoveFromCellToCell() {
        press(KeyCode.DOWN);
        assertThat(isChosen("cell-web-frontend-production")).isTrue();
        press(KeyCode.DOWN);
        press(KeyCode.LEFT);
        assertThat(isChosen("cell-checkout-staging")).isTrue();
        assertThat(isChosen("cell-web-frontend-production")).isFalse();
        assertThat(texts(find("drawer"))).anyMatch(words -> words.contains("checkout"));
        press(KeyCode.RIGHT);
        press(KeyCode.UP);
        assertThat(isChosen("cell-web-frontend-production")).isTrue();
    }

    @Test
    void enterFollowsTheSignalBeforeTheChosenCell() {
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertThat(places).containsExactly(new Place.AtApproval(SampleRuns.WEB_RELEASE, "production"));
    }

    @Test
    void enterGoesNowhereWhereNoSignalStands() {
        press(KeyCode.ENTER);
        press(KeyCode.DOWN);
        press(KeyCode.LEFT);
        press(KeyCode.LEFT);
        press(KeyCode.ENTER);
        assertThat(places).isEmpty();
    }

    @Test
    void spaceClosesAndOpensTheChosenGroup() {
        press(KeyCode.DOWN);
        press(KeyCode.SPACE);
        assertThat(has("cell-checkout-production")).isFalse();
        assertThat(has("cell-ledger-production")).isTrue();
        press(KeyCode.SPACE);
        assertThat(has("cell-checkout-production")).isTrue();
    }

    @Test
    void ctrlRProposesTheWayBackOfWhatIsChosenAndNothingElse() {
        press(KeyCode.CONTROL, KeyCode.R);
        assertThat(proposed).isEmpty();
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.CONTROL, KeyCode.R);
        assertThat(proposed).singleElement().isInstanceOfSatisfying(
                Intent.RollBack.class,
                back -> assertThat(back.workload()).isEqualTo(SampleStates.key("production", "checkout")));
    }

    @Test
    void escClosesTheDrawer() {
        press(KeyCode.DOWN);
        assertThat(find("drawer").isVisible()).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(find("drawer").isVisible()).isFalse();
        assertThat(isChosen("cell-web-frontend-production")).isFalse();
    }

    @Test
    void tabsFilterAndOneIsAlwaysChosen() {
        focus("filter-failing");
        press(KeyCode.SPACE);
        assertThat(has("cell-checkout-production")).isTrue();
        assertThat(has("cell-gateway-production")).isFalse();
        press(KeyCode.SPACE);
        assertThat(((ToggleButton) find("filter-failing")).isSelected()).isTrue();
        assertThat(has("cell-gateway-production")).isFalse();
        focus("filter-all");
        press(KeyCode.SPACE);
        assertThat(has("cell-gateway-production")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {NARROW, WIDE})
    void ctrlFSearchesAndEscGivesEverythingBack(double width) {
        widen(width);
        press(KeyCode.CONTROL, KeyCode.F);
        assertThat(focused()).isSameAs(find("board-search"));
        type("ledg");
        assertThat(has("cell-ledger-production")).isTrue();
        assertThat(has("cell-checkout-production")).isFalse();
        press(KeyCode.ESCAPE);
        assertThat(((TextField) find("board-search")).getText()).isEmpty();
        assertThat(focused()).isSameAs(find("board-list"));
        assertThat(has("cell-checkout-production")).isTrue();
        assertThat(find("board-search").isVisible()).isEqualTo(width == WIDE);
    }

    @Test
    void aSearchStaysInSightWhileItFilters() {
        press(KeyCode.CONTROL, KeyCode.F);
        type("ledg");
        focus("board-list");
        assertThat(find("board-search").isVisible()).isTrue();
        press(KeyCode.DOWN);
        assertThat(isChosen("cell-ledger-production")).isTrue();
    }

    @Test
    void aSearchThatFindsNothingSaysSo() {
        press(KeyCode.CONTROL, KeyCode.F);
        type("zzz");
        assertThat(texts(find("board-empty"))).containsExactly("No service matches \"zzz\".");
    }

    @Test
    void lettersTypedIntoTheSearchDoNotMoveTheBoard() {
        press(KeyCode.CONTROL, KeyCode.F);
        press(KeyCode.LEFT);
        press(KeyCode.ENTER);
        assertThat(find("drawer").isVisible()).isFalse();
        assertThat(places).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {NARROW, WIDE})
    void everyCellAndButtonHasAName(double width) {
        widen(width);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        Set<Node> cells = all(".board-cell");
        assertThat(cells).hasSizeGreaterThanOrEqualTo(15)
                .allSatisfy(cell -> assertThat(cell.getAccessibleText()).as(cell.getId()).isNotBlank());
        assertThat(all(".sb-lamp")).isNotEmpty()
                .allSatisfy(lamp -> assertThat(lamp.getAccessibleText()).as(lamp.getId()).isNotBlank());
        assertThat(all(".button")).hasSizeGreaterThan(5).allSatisfy(BoardStoryTest::isNamed);
        assertThat(all(".toggle-button")).hasSize(5).allSatisfy(BoardStoryTest::isNamed);
    }

    @ParameterizedTest
    @ValueSource(doubles = {NARROW, WIDE})
    void noTextExceedsItsCell(double width) {
        widen(width);
        press(KeyCode.DOWN);
        Set<Node> cells = all(".board-cell");
        Fx.act(() -> assertThat(cells).isNotEmpty().allSatisfy(cell -> {
            for (Node text : cell.lookupAll(".text")) {
                Bounds bounds = cell.sceneToLocal(text.localToScene(text.getBoundsInLocal()));
                assertThat(bounds.getMinX()).as(cell.getId()).isGreaterThanOrEqualTo(0);
                assertThat(bounds.getMaxX()).as(cell.getId()).isLessThanOrEqualTo(cell.getBoundsInLocal().getWidth());
                assertThat(bounds.getMaxY()).as(cell.getId()).isLessThanOrEqualTo(cell.getBoundsInLocal().getHeight());
            }
        }));
    }

    @ParameterizedTest
    @ValueSource(doubles = {NARROW, WIDE})
    void theOpenDrawerDoesNotCoverACell(double width) {
        widen(width);
        press(KeyCode.DOWN);
        Node open = find("drawer");
        Set<Node> cells = all(".board-cell");
        Fx.act(() -> assertThat(cells).isNotEmpty().allSatisfy(cell -> assertThat(
                cell.localToScene(cell.getBoundsInLocal()).getMaxX()).as(cell.getId())
                .isLessThanOrEqualTo(open.localToScene(open.getBoundsInLocal()).getMinX())));
    }

    private static void isNamed(Node node) {
        String text = node instanceof ButtonBase button ? button.getText() : "";
        String spoken = node.getAccessibleText() == null ? "" : node.getAccessibleText();
        assertThat(text + spoken).as("%s", node).isNotBlank();
    }

    private void widen(double width) {
        Fx.act(() -> stage.setWidth(width));
        // A window takes its size with the next frame.
        Fx.await(() -> Math.abs(stage.getScene().getWidth() - width) < 1);
        Fx.frames(2);
    }

    private void press(KeyCode... codes) {
        keys.press(codes);
        Fx.act(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
    }

    private void type(String text) {
        keys.type(text);
        Fx.act(() -> stage.getScene().getRoot().layout());
    }

    private void focus(String id) {
        Node node = find(id);
        Fx.act(node::requestFocus);
    }

    private Node focused() {
        return Objects.requireNonNull(Fx.run(() -> stage.getScene().getFocusOwner()));
    }

    private Node find(String id) {
        return Objects.requireNonNull(Fx.run(() -> stage.getScene().lookup("#" + id)), id);
    }

    private boolean has(String id) {
        return cell(id).isPresent();
    }

    private boolean isChosen(String id) {
        return cell(id)
                .filter(n -> n.getPseudoClassStates().contains(PseudoClass.getPseudoClass("chosen")))
                .isPresent();
    }

    private Optional<Node> cell(String name) {
        return Fx.run(() -> BoardCells.seen(name, stage.getScene().getRoot()));
    }

    /// Everything that a person sees of a kind; the list keeps cells that it does not use.
    private Set<Node> all(String selector) {
        return Fx.run(() -> {
            Set<Node> found = new java.util.LinkedHashSet<>(stage.getScene().getRoot().lookupAll(selector));
            found.removeIf(node -> !BoardCells.isSeen(node));
            return found;
        });
    }

    private static List<String> texts(Node node) {
        return Fx.run(() -> node.lookupAll(".text").stream()
                .map(text -> ((Text) text).getText())
                .toList());
    }
}
