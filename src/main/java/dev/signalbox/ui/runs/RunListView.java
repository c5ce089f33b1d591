package dev.signalbox.ui.runs;

import dev.signalbox.ui.widget.Tabs;
import dev.signalbox.ui.widget.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// All runs, newest first.
final class RunListView extends VBox {

    private static final double ROW = 46;
    private static final int MOST_ONE_BY_ONE = 40;
    private static final KeyCombination FIND = KeyCombination.valueOf("Shortcut+F");

    private final RunsViewModel model;
    private final TextField search = new TextField();
    private final ListView<RunRow> list = new ListView<>();
    private final ObservableList<RunRow> items = FXCollections.observableArrayList();
    /// Enter was pressed before what is looked for was found.
    private boolean openNext;

    RunListView(RunsViewModel model) {
        this.model = model;
        getStyleClass().add("sb-page");
        setMinWidth(0);
        getChildren().addAll(layOutBar(), list);
        layOutList();
        model.rows().subscribe(this::fill);
        model.listed().subscribe(this::listed);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void takeFocus() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty() && !items.isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    /// The lines of what was looked for before are nothing to choose from.
    private void goToList() {
        if (!model.listed().get()) {
            list.getSelectionModel().clearSelection();
        }
        list.requestFocus();
        if (model.listed().get()) {
            takeFocus();
        }
    }

    /// Opens the chosen run, or the one that is chosen as soon as what is looked for was found.
    private void open() {
        RunRow chosen = list.getSelectionModel().getSelectedItem();
        openNext = !model.listed().get();
        if (!openNext && chosen != null) {
            model.openRun(chosen.id());
        }
    }

    private void listed(boolean is) {
        if (is && list.isFocused()) {
            takeFocus();
            if (openNext) {
                open();
            }
        }
    }

    private HBox layOutBar() {
        Label title = Texts.title("Runs");
        title.setMinWidth(USE_PREF_SIZE);
        Tabs<RunFilter> tabs = new Tabs<>("runs-filter", Arrays.asList(RunFilter.values()), RunFilter::title);
        tabs.selectedProperty().bindBidirectional(model.filter());
        model.counts().subscribe(tabs::count);
        search.setId("runs-search");
        search.setPromptText("Filter runs");
        search.setAccessibleText(
                "Filter runs by service, group, workflow, version, branch, person, title, number or commit");
        search.setPrefWidth(220);
        search.setMinWidth(80);
        search.textProperty().subscribe(model::find);
        HBox bar = new HBox(8, title, tabs, Texts.gap(), search);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void layOutList() {
        list.setId("runs-list");
        list.getStyleClass().add("runs-list");
        list.setAccessibleText("Runs");
        list.setItems(items);
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new RunCell(model));
        Label empty = Texts.sub("");
        empty.setId("runs-empty");
        empty.textProperty().bind(model.emptyWords());
        list.setPlaceholder(empty);
        VBox.setVgrow(list, Priority.ALWAYS);
    }

    /// Few changes are set line by line, which keeps everything else as it is; many are set at once, which is faster.
    private void fill(List<RunRow> rows) {
        RunRow chosen = list.getSelectionModel().getSelectedItem();
        List<Integer> changed = changed(rows);
        if (changed.size() <= MOST_ONE_BY_ONE) {
            changed.forEach(i -> items.set(i, rows.get(i)));
            // A list loses its choice when its only line is set.
            if (!list.getSelectionModel().isEmpty()) {
                return;
            }
        } else {
            items.setAll(rows);
        }
        for (int i = 0; chosen != null && i < rows.size(); i++) {
            if (rows.get(i).id().equals(chosen.id())) {
                list.getSelectionModel().clearAndSelect(i);
                return;
            }
        }
    }

    /// Which lines say something else; more than can be set one by one when a run came, went or moved.
    private List<Integer> changed(List<RunRow> rows) {
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < Math.max(rows.size(), items.size()); i++) {
            boolean moved = i >= rows.size() || i >= items.size() || !rows.get(i).id().equals(items.get(i).id());
            if (moved) {
                return IntStream.rangeClosed(0, MOST_ONE_BY_ONE).boxed().toList();
            }
            if (rows.get(i) != items.get(i) && !rows.get(i).equals(items.get(i))) {
                changed.add(i);
            }
        }
        return changed;
    }

    private void pressed(KeyEvent key) {
        boolean typing = key.getTarget() == search;
        openNext = openNext && !typing;
        if (FIND.match(key)) {
            search.requestFocus();
        } else if (typing && key.getCode() == KeyCode.ESCAPE) {
            search.clear();
            takeFocus();
        } else if (typing && (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER)) {
            goToList();
        } else if (list.isFocused() && key.getCode() == KeyCode.ENTER) {
            open();
        } else {
            return;
        }
        key.consume();
    }
}
