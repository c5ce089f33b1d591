package dev.signalbox.ui.logs;

import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.Texts;
import dev.signalbox.ui.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A log with its search.
public final class LogView extends VBox {

    private static final double ROW = 18;
    private static final int LINES_ABOVE = 5;
    private static final KeyCombination FIND = KeyCombination.valueOf("Shortcut+F");
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private final LogViewModel model;
    private final TextField search = new TextField();
    private final Label found = Texts.sub("");
    private final ToggleButton times = new ToggleButton("Times");
    private final ListView<Integer> list = new ListView<>();
    private final List<LogCell> cells = new ArrayList<>();

    public LogView(LogViewModel model) {
        super(8);
        this.model = model;
        setId("run-log");
        setMinWidth(0);
        getStylesheets().add(Objects.requireNonNull(LogView.class.getResource("logs.css")).toExternalForm());
        ProblemLine problem = new ProblemLine("log-problem");
        model.problem().subscribe(words -> problem.show(words, Mark.WARNING));
        getChildren().addAll(layOutBar(), problem, layOutList());
        model.current().subscribe(line -> reveal(line.intValue()));
        model.arrivals().subscribe(this::refill);
        model.times().subscribe(this::refill);
        model.hits().words().subscribe(this::refill);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Takes the keyboard to the search.
    public void find() {
        search.requestFocus();
        search.selectAll();
    }

    private HBox layOutBar() {
        search.setId("log-search");
        search.setAccessibleText("Search the log");
        search.setPrefWidth(260);
        search.setMinWidth(110);
        HBox.setHgrow(search, Priority.SOMETIMES);
        search.setMaxWidth(320);
        search.textProperty().addListener((property, before, text) -> model.find(text));
        model.lines().subscribe(count -> search.setPromptText(
                count.intValue() == 0
                        ? "Search the log"
                        : "Search " + Numbers.counted(count.longValue(), "line", "lines")));
        found.setId("log-found");
        found.setMinWidth(USE_PREF_SIZE);
        found.textProperty().bind(model.hits().words());
        Button errors = Buttons.of("log-errors", Feather.ARROW_DOWN, "Errors", model::nextError, "small", "quiet");
        model.errors().subscribe(count -> {
            errors.setText("Errors " + Numbers.grouped(count.longValue()));
            errors.setAccessibleText(errors.getText() + ", go to the next");
            errors.setDisable(count.intValue() == 0);
        });
        times.setId("log-times");
        times.getStyleClass().add("sb-tab");
        times.setMinWidth(USE_PREF_SIZE);
        times.setAccessibleText("Show the time of each line, as the log gives it");
        times.setOnAction(press -> model.toggleTimes());
        model.times().subscribe(times::setSelected);
        Label size = Texts.sub("");
        size.setMinWidth(USE_PREF_SIZE);
        size.textProperty().bind(model.size());
        HBox bar = new HBox(8, search, found, errors, times, Texts.gap(), size);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private StackPane layOutList() {
        list.setId("log-lines");
        list.getStyleClass().add("log-lines");
        list.setAccessibleText("Log");
        list.setFixedCellSize(ROW);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(view -> {
            LogCell cell = new LogCell(model);
            cells.add(cell);
            return cell;
        });
        model.lines().subscribe(count -> {
            list.getSelectionModel().clearSelection();
            list.setItems(new LineNumbers(count.intValue()));
        });
        list.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            if (now.intValue() >= 0) {
                model.point(now.intValue());
            }
        });
        list.heightProperty().addListener((property, before, now) -> {
            if (before.doubleValue() == 0) {
                scrollToCurrent();
            }
        });
        Label words = Texts.wrapped("", "sb-sub");
        words.setId("log-words");
        words.textProperty().bind(model.words());
        words.visibleProperty().bind(model.words().isNotEmpty());
        StackPane pane = new StackPane(list, words);
        pane.getStyleClass().add("log-pane");
        VBox.setVgrow(pane, Priority.ALWAYS);
        pane.setMinHeight(80);
        return pane;
    }

    private void reveal(int line) {
        if (line >= 0 && list.getSelectionModel().getSelectedIndex() != line) {
            list.getSelectionModel().clearAndSelect(line);
            scrollToCurrent();
        }
        refill();
    }

    private void scrollToCurrent() {
        int line = model.current().get();
        if (line >= 0) {
            list.layout(); // a list that has just got its items must count them first, or it scrolls to nowhere
            list.scrollTo(Math.max(0, line - LINES_ABOVE));
        }
    }

    private void refill() {
        cells.forEach(LogCell::fill);
    }

    private void pressed(KeyEvent key) {
        boolean typing = key.getTarget() == search;
        if (COPY.match(key) && !typing) {
            List<Integer> chosen = list.getSelectionModel().getSelectedIndices().stream()
                    .limit(LogViewModel.MOST_COPIED)
                    .toList();
            model.copy(chosen, LogView::keep);
        } else if (FIND.match(key)) {
            find();
        } else if (key.getCode() == KeyCode.F3 || (typing && key.getCode() == KeyCode.ENTER)) {
            if (key.isShiftDown()) {
                model.hits().previous();
            } else {
                model.hits().next();
            }
        } else if (key.getCode() == KeyCode.ESCAPE && typing) {
            search.clear();
            list.requestFocus();
        } else {
            return;
        }
        key.consume();
    }

    private static void keep(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
