package dev.signalbox.ui.runs;

import dev.signalbox.ui.widget.Tabs;
import dev.signalbox.ui.widget.Texts;
import java.util.Arrays;
import java.util.List;
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
    private static final KeyCombination FIND = KeyCombination.valueOf("Shortcut+F");

    private final RunsViewModel model;
    private final TextField search = new TextField();
    private final ListView<RunRow> list = new ListView<>();
    private final ObservableList<RunRow> items = FXCollections.observableArrayList();

    RunListView(RunsViewModel model) {
        this.model = model;
        getStyleClass().add("sb-page");
        setMinWidth(0);
        getChildren().addAll(layOutBar(), list);
        layOutList();
        model.rows().subscribe(this::fill);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void takeFocus() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty() && !items.isEmpty()) {
            list.getSelectionModel().selectFirst();
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
        search.setAccessibleText("Filter runs by repository, workflow, branch, title, number or commit");
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

    private void fill(List<RunRow> rows) {
        if (rows.stream().map(RunRow::id).toList().equals(items.stream().map(RunRow::id).toList())) {
            for (int i = 0; i < rows.size(); i++) {
                if (!rows.get(i).equals(items.get(i))) {
                    items.set(i, rows.get(i));
                }
            }
            return;
        }
        RunRow chosen = list.getSelectionModel().getSelectedItem();
        items.setAll(rows);
        for (int i = 0; chosen != null && i < rows.size(); i++) {
            if (rows.get(i).id().equals(chosen.id())) {
                list.getSelectionModel().clearAndSelect(i);
                return;
            }
        }
    }

    private void pressed(KeyEvent key) {
        boolean typing = key.getTarget() == search;
        RunRow chosen = list.getSelectionModel().getSelectedItem();
        if (FIND.match(key)) {
            search.requestFocus();
        } else if (typing && key.getCode() == KeyCode.ESCAPE) {
            search.clear();
            takeFocus();
        } else if (typing && (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER)) {
            takeFocus();
        } else if (list.isFocused() && key.getCode() == KeyCode.ENTER && chosen != null) {
            model.openRun(chosen.id());
        } else {
            return;
        }
        key.consume();
    }
}
