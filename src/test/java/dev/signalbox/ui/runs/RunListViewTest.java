package dev.signalbox.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.testing.LargeBoard;
import dev.signalbox.testing.SampleStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The list while its lines are still being looked for.
class RunListViewTest {

    private final List<Runnable> work = new ArrayList<>();
    private final RunsViewModel model = Fx.run(() -> new RunsViewModel(
            change -> {}, intent -> {}, page -> {}, (job, found, absent) -> {}, work::add, Runnable::run));
    private final RunListView view = Fx.run(() -> new RunListView(model));
    private final Stage stage = Fx.show(() -> view, 980, 600);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void showRuns() {
        Fx.act(() -> {
            model.show(SampleStates.rich(), SampleStates.NOW);
            finish();
            view.takeFocus();
            search().requestFocus();
        });
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    private void finish() {
        List<Runnable> due = List.copyOf(work);
        work.clear();
        due.forEach(Runnable::run);
    }

    private TextField search() {
        return (TextField) Objects.requireNonNull(view.lookup("#runs-search"));
    }

    private ListView<?> list() {
        return (ListView<?>) Objects.requireNonNull(view.lookup("#runs-list"));
    }

    private void press(KeyCode key) {
        Node focused = Objects.requireNonNull(stage.getScene().getFocusOwner());
        focused.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private String opened() {
        return model.open().get() == null ? "" : model.open().get().repository().name();
    }

    @Test
    void opensWhatIsLookedForEvenWhenItIsFoundLater() {
        Fx.act(() -> {
            assertThat(list().getSelectionModel().getSelectedIndex()).isZero();
            String before = model.rows().get().getFirst().id().repository().name();
            assertThat(before).isNotEqualTo("search");
            search().setText("search failed #641");
            press(KeyCode.ENTER);
            press(KeyCode.ENTER);
            assertThat(opened()).as("nothing was found yet").isEmpty();
            finish();
            assertThat(opened()).isEqualTo("search");
        });
    }

    @Test
    void opensNothingWhenNothingIsFound() {
        Fx.act(() -> {
            search().setText("no such run anywhere");
            press(KeyCode.ENTER);
            press(KeyCode.ENTER);
            finish();
            assertThat(opened()).isEmpty();
            assertThat(model.emptyWords().get()).contains("no such run anywhere");
        });
    }

    @Test
    void opensNothingForAnEnterThatWasFollowedByTyping() {
        Fx.act(() -> {
            search().setText("search");
            press(KeyCode.ENTER);
            press(KeyCode.ENTER);
            search().requestFocus();
            press(KeyCode.A);
            finish();
            assertThat(opened()).isEmpty();
        });
    }

    @Test
    void choosesTheFirstOfWhatIsFoundWhenTheListHasTheKeyboard() {
        Fx.act(() -> {
            search().setText("search failed #641");
            press(KeyCode.DOWN);
            assertThat(list().getSelectionModel().isEmpty()).as("old lines are no choice").isTrue();
            finish();
            assertThat(list().getSelectionModel().getSelectedIndex()).isZero();
            assertThat(opened()).isEmpty();
            press(KeyCode.ENTER);
            assertThat(opened()).isEqualTo("search");
        });
    }

    @Test
    void aNewStateIsNoNewQuestion() {
        Fx.act(() -> {
            model.show(SampleStates.rich(), SampleStates.NOW.plusSeconds(1));
            assertThat(model.listed().get()).as("the lines are of this question").isTrue();
            press(KeyCode.ENTER);
            press(KeyCode.ENTER);
            assertThat(opened()).isNotEmpty();
        });
    }

    /// A line that leaves the scene and comes back is styled and measured anew: most of what a keystroke once cost.
    @Test
    void aKeystrokeTakesNoLineOffTheScene() {
        List<String> left = new ArrayList<>();
        Fx.act(() -> model.show(new LargeBoard(20, 50).state(), LargeBoard.NOW));
        Fx.act(this::finish);
        Fx.act(() -> {
            view.applyCss();
            view.layout();
            List<Node> lines = List.copyOf(list().lookupAll(".run-cell > * > HBox"));
            assertThat(lines).hasSizeGreaterThan(8);
            lines.forEach(line -> line.sceneProperty().subscribe((before, now) -> left.add(before + " → " + now)));
        });
        for (String typed : List.of("s", "service-0003", "service-0003 ada", "service-0003 ada 9", "",
                "service-0011")) {
            Fx.act(() -> {
                search().setText(typed);
                finish();
            });
            Fx.act(() -> {
                view.applyCss();
                view.layout();
            });
        }
        assertThat(model.rows().get()).hasSize(50);
        assertThat(left).isEmpty();
    }

    @Test
    void theOnlyLineStaysChosenWhileItsWordsChange() {
        Fx.act(() -> {
            search().setText("search failed #641");
            press(KeyCode.DOWN);
            finish();
            RunRow before = model.rows().get().getFirst();
            model.show(SampleStates.rich(), SampleStates.NOW.plusSeconds(7_200));
            finish();
            assertThat(model.rows().get()).hasSize(1).doesNotContain(before);
            assertThat(list().getSelectionModel().getSelectedIndex()).isZero();
            press(KeyCode.ENTER);
            assertThat(opened()).isEqualTo("search");
        });
    }

    @Test
    void emptyLinesShowAndSayNothing() {
        Fx.act(() -> {
            search().setText("search failed #641");
            finish();
        });
        Fx.act(() -> {
            view.applyCss();
            view.layout();
            List<RunCell> cells = list().lookupAll(".run-cell").stream().map(RunCell.class::cast).toList();
            assertThat(cells.stream().filter(cell -> !cell.isEmpty())).hasSize(1).allSatisfy(cell -> {
                assertThat(line(cell).isVisible()).isTrue();
                assertThat(cell.getAccessibleText()).contains("#641");
            });
            assertThat(cells.stream().filter(RunCell::isEmpty)).isNotEmpty().allSatisfy(cell -> {
                assertThat(line(cell).isVisible()).isFalse();
                assertThat(cell.getAccessibleText()).isEmpty();
            });
        });
    }

    private static Node line(RunCell cell) {
        return Objects.requireNonNull(cell.lookup("HBox"));
    }

    /// A list styles a cell and all that is in it anew when it fills one that wants to be laid out.
    @Test
    void aCellThatShowsAnotherRunDoesNotAskToBeLaidOut() {
        Fx.act(() -> model.show(new LargeBoard(20, 50).state(), LargeBoard.NOW));
        Fx.act(this::finish);
        Fx.act(() -> {
            layOut();
            RunCell cell = firstCell();
            HBox line = (HBox) line(cell);
            cell.updateItem(model.rows().get().get(77), false);
            cell.requestLayout();
            assertThat(cell.isNeedsLayout()).isFalse();
            assertThat(line.isNeedsLayout()).as("the line itself is laid out").isTrue();
            layOut();
            assertThat(line.isNeedsLayout()).isFalse();
            assertThat(line.getBoundsInParent().getWidth()).isGreaterThan(list().getWidth() * 0.9);
        });
    }

    @Test
    void aCellOfAnotherSizeIsLaidOutWithItsLine() {
        Fx.act(() -> {
            layOut();
            RunCell cell = firstCell();
            cell.resize(cell.getWidth() - 100, cell.getHeight());
            assertThat(cell.isNeedsLayout()).isTrue();
            cell.layout();
            assertThat(line(cell).getBoundsInParent().getWidth()).isLessThanOrEqualTo(cell.getWidth());
            cell.setPadding(new Insets(0, 50, 0, 50));
            cell.requestLayout();
            assertThat(cell.isNeedsLayout()).isTrue();
            cell.layout();
            assertThat(line(cell).getBoundsInParent().getWidth()).isLessThanOrEqualTo(cell.getWidth() - 100);
        });
    }

    /// As a scene does before it draws.
    private void layOut() {
        view.applyCss();
        for (int pass = 0; pass < 3; pass++) {
            view.layout();
        }
    }

    private RunCell firstCell() {
        return list().lookupAll(".run-cell").stream()
                .map(RunCell.class::cast)
                .filter(cell -> cell.isVisible() && cell.getParent().isVisible() && cell.getIndex() == 0)
                .filter(cell -> cell.localToScene(cell.getBoundsInLocal()).getWidth() > 100)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLetterThatLeavesEverythingChangesNoList() {
        List<List<RunRow>> told = new ArrayList<>();
        Fx.act(() -> {
            model.show(new LargeBoard(20, 50).state(), LargeBoard.NOW);
            finish();
            search().setText("s");
            finish();
            model.rows().subscribe((before, now) -> told.add(now));
            search().setText("se");
            finish();
            search().setText("ser");
            finish();
            assertThat(told).isEmpty();
            search().setText("service-0003");
            finish();
            assertThat(told).singleElement().satisfies(rows -> assertThat(rows).hasSize(50));
        });
    }
}
