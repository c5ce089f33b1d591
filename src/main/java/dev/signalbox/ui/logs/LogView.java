package dev.signalbox.ui.logs;

import dev.signalbox.logs.LogQuery.Option;
import dev.signalbox.ui.shell.KeyGroup;
import dev.signalbox.ui.shell.KeyLine;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A log with its search and everything that can be done with it, by mouse and by keyboard.
public final class LogView extends VBox {

    private static final double ROW = 18;
    private static final int LINES_ABOVE = 5;

    /// A list that wraps keeps the height of each row.
    private static final int MOST_WRAPPED = 2_000_000;

    private final LogViewModel model;
    private final ListView<Integer> list = new ListView<>();
    private final List<LogCell> cells = new ArrayList<>();
    private final LogMenu menu;
    private final LogBar bar;
    private final Map<KeyCombination, Runnable> keys;
    private LineNumbers numbers = new LineNumbers(0);

    public LogView(LogViewModel model) {
        super(8);
        this.model = model;
        setId("run-log");
        setMinWidth(0);
        getStylesheets().add(Objects.requireNonNull(LogView.class.getResource("logs.css")).toExternalForm());
        menu = new LogMenu(model, () -> List.copyOf(list.getSelectionModel().getSelectedIndices()));
        bar = new LogBar(model, menu);
        keys = keys();
        ProblemLine problem = new ProblemLine("log-problem");
        model.signs().problem().subscribe(words -> problem.show(words, Mark.WARNING));
        getChildren().addAll(bar, problem, layOutList(), layOutSaid());
        model.signs().layout().subscribe(this::layOutRows);
        layOutRows();
        model.signs().growth().subscribe(this::grow);
        model.signs().current().subscribe(line -> reveal(line.intValue()));
        model.signs().arrivals().subscribe(this::refill);
        model.options().times().subscribe(this::refill);
        model.options().wrap().subscribe(this::wrap);
        model.options().follow().subscribe(this::toEnd);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Takes the keyboard to the search.
    public void find() {
        bar.search().requestFocus();
        bar.search().selectAll();
    }

    /// Takes the keyboard to the lines.
    public void takeFocus() {
        list.requestFocus();
    }

    private StackPane layOutList() {
        list.setId("log-lines");
        list.getStyleClass().add("log-lines");
        list.setAccessibleText("Log");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(view -> {
            LogCell cell = new LogCell(model);
            cells.add(cell);
            return cell;
        });
        list.getSelectionModel().selectedIndexProperty().addListener((property, before, row) -> {
            int line = model.rows().line(row.intValue());
            if (line >= 0) {
                model.point(line);
            }
        });
        list.heightProperty().addListener((property, before, now) -> {
            if (before.doubleValue() == 0) {
                scrollToCurrent();
                toEnd();
            }
        });
        list.addEventFilter(ScrollEvent.SCROLL, scroll -> {
            if (scroll.getDeltaY() > 0) {
                model.options().follow().set(false); // somebody looks at something further up
            }
        });
        Label words = Texts.wrapped("", "sb-sub", "log-words");
        words.setId("log-words");
        words.textProperty().bind(model.words());
        words.visibleProperty().bind(model.words().isNotEmpty());
        StackPane pane = new StackPane(list, words);
        pane.getStyleClass().add("log-pane");
        VBox.setVgrow(pane, Priority.ALWAYS);
        pane.setMinHeight(80);
        return pane;
    }

    private Label layOutSaid() {
        Label said = Texts.sub("");
        said.setId("log-said");
        said.textProperty().bind(model.excerpts().said());
        said.visibleProperty().bind(model.excerpts().said().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        return said;
    }

    /// Other rows than before: what was pointed at stays in sight.
    private void layOutRows() {
        list.getSelectionModel().clearSelection();
        numbers = new LineNumbers(model.rows().count());
        list.setItems(numbers);
        int row = model.rows().row(model.signs().current().get());
        if (model.signs().current().get() >= 0 && row >= 0) {
            list.getSelectionModel().select(row);
            scrollToCurrent();
        }
        refill();
        toEnd();
    }

    private void grow() {
        if (model.rows().count() < numbers.size()) {
            layOutRows(); // a group was closed and folded
            return;
        }
        numbers.growTo(model.rows().count());
        refill();
        toEnd();
    }

    private void toEnd() {
        if (model.shown().kind().goesOn() && model.options().follow().get() && numbers.size() > 0) {
            list.scrollTo(numbers.size() - 1);
        }
    }

    private void reveal(int line) {
        int row = model.rows().row(line);
        if (model.rows().has(line) && list.getSelectionModel().getSelectedIndex() != row) {
            list.getSelectionModel().clearAndSelect(row);
            scrollToCurrent();
        }
        refill();
    }

    private void scrollToCurrent() {
        int row = model.rows().row(model.signs().current().get());
        if (row >= 0) {
            list.layout(); // a list that has just got its items must count them first, or it scrolls to nowhere
            list.scrollTo(Math.max(0, row - LINES_ABOVE));
        }
    }

    private void wrap(boolean wanted) {
        boolean wraps = wanted && numbers.size() <= MOST_WRAPPED;
        if (wanted && !wraps) {
            model.excerpts().say("A log of so many lines is not wrapped");
        }
        list.setFixedCellSize(wraps ? Region.USE_COMPUTED_SIZE : ROW);
        cells.forEach(cell -> cell.wrap(wraps));
        list.refresh();
        scrollToCurrent();
    }

    /// What the keys of a log do, for the overlay; each is one of [#keys].
    public static KeyGroup keyGroup() {
        return new KeyGroup("Log", List.of(
                new KeyLine("Ctrl F", "Search; Enter the next place, Shift Enter the one before"),
                new KeyLine("F3", "Next place found; Shift F3 the one before"),
                new KeyLine("F8", "Next error; Shift F8 the one before"),
                new KeyLine("Alt C", "Match case"),
                new KeyLine("Alt W", "Whole words"),
                new KeyLine("Alt R", "Regular expression"),
                new KeyLine("Alt F", "Only lines that match"),
                new KeyLine("Enter", "Fold or unfold the group; Space does the same"),
                new KeyLine("Alt −", "Fold all groups; Alt = unfolds them"),
                new KeyLine("Alt T", "Times: relative, absolute, off"),
                new KeyLine("Alt Z", "Wrap lines"),
                new KeyLine("Alt S", "Show as sent, with escapes"),
                new KeyLine("Alt E", "Stay at the end"),
                new KeyLine("Ctrl C", "Copy lines; Ctrl Shift C with their numbers"),
                new KeyLine("Ctrl L", "Copy a link to the line"),
                new KeyLine("Ctrl S", "Save as shown; Ctrl Shift S as sent")));
    }

    private void refill() {
        cells.forEach(LogCell::fill);
    }

    Map<KeyCombination, Runnable> keys() {
        LogOptions options = model.options();
        return Map.ofEntries(
                Map.entry(KeyCombination.valueOf("Shortcut+F"), this::find),
                Map.entry(KeyCombination.valueOf("F3"), model::nextHit),
                Map.entry(KeyCombination.valueOf("Shift+F3"), model::previousHit),
                Map.entry(KeyCombination.valueOf("F8"), model::nextError),
                Map.entry(KeyCombination.valueOf("Shift+F8"), model::previousError),
                Map.entry(KeyCombination.valueOf("Shortcut+Shift+C"), () -> menu.copy(LogExcerpts.Form.NUMBERED)),
                Map.entry(KeyCombination.valueOf("Shortcut+L"), menu::copyLink),
                Map.entry(KeyCombination.valueOf("Shortcut+S"), () -> menu.save(LogExcerpts.Form.SHOWN)),
                Map.entry(KeyCombination.valueOf("Shortcut+Shift+S"), () -> menu.save(LogExcerpts.Form.SENT)),
                Map.entry(KeyCombination.valueOf("Alt+C"), () -> bar.toggle(Option.MATCH_CASE)),
                Map.entry(KeyCombination.valueOf("Alt+W"), () -> bar.toggle(Option.WHOLE_WORD)),
                Map.entry(KeyCombination.valueOf("Alt+R"), () -> bar.toggle(Option.EXPRESSION)),
                Map.entry(KeyCombination.valueOf("Alt+F"), () -> turn(options.filter())),
                Map.entry(KeyCombination.valueOf("Alt+Z"), () -> turn(options.wrap())),
                Map.entry(KeyCombination.valueOf("Alt+S"), () -> turn(options.raw())),
                Map.entry(KeyCombination.valueOf("Alt+E"), () -> turn(options.follow())),
                Map.entry(KeyCombination.valueOf("Alt+T"), () -> options.times().set(options.times().get().next())),
                Map.entry(KeyCombination.valueOf("Alt+Minus"), () -> model.foldAll(true)),
                Map.entry(KeyCombination.valueOf("Alt+Equals"), () -> model.foldAll(false)));
    }

    private static void turn(BooleanProperty option) {
        option.set(!option.get());
    }

    private void pressed(KeyEvent key) {
        boolean typing = key.getTarget() == bar.search();
        boolean reading = key.getTarget() == list;
        for (Map.Entry<KeyCombination, Runnable> entry : keys.entrySet()) {
            if (entry.getKey().match(key)) {
                entry.getValue().run();
                key.consume();
                return;
            }
        }
        int line = model.signs().current().get();
        if (KeyCombination.valueOf("Shortcut+C").match(key) && !typing) {
            menu.copy(LogExcerpts.Form.SHOWN);
        } else if (typing && key.getCode() == KeyCode.ENTER) {
            if (key.isShiftDown()) {
                model.previousHit();
            } else {
                model.nextHit();
            }
        } else if (key.getCode() == KeyCode.ESCAPE && typing) {
            bar.search().clear();
            list.requestFocus();
        } else if (reading && (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE)
                && model.beginsGroup(line)) {
            model.toggleFold(line);
        } else {
            return;
        }
        key.consume();
    }
}
