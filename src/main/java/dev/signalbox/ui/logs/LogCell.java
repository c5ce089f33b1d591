package dev.signalbox.ui.logs;

import dev.signalbox.logs.LineMatcher.Range;
import dev.signalbox.logs.LogLine;
import dev.signalbox.ui.widget.Texts;
import dev.signalbox.ui.words.Numbers;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// One line of a log. Keeps its nodes.
final class LogCell extends ListCell<Integer> {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
    private static final int COLOURS = 6;

    private final LogViewModel model;
    private final Label number = new Label();
    private final Label fold = new Label();
    private final Label time = Texts.mono("");
    private final Label source = Texts.mono("");
    private final Label rest = new Label();
    private final LogTexts texts = new LogTexts();
    private final HBox row = new HBox();

    LogCell(LogViewModel model) {
        this.model = model;
        getStyleClass().add("log-cell");
        number.getStyleClass().add("log-number");
        fold.getStyleClass().add("log-fold");
        time.getStyleClass().add("log-time");
        rest.getStyleClass().add("log-rest");
        for (Label label : List.of(number, fold, time, source, rest)) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        row.setAlignment(Pos.TOP_LEFT);
        wrap(model.options().wrap().get());
        addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            int line = line();
            if (click.getPickResult().getIntersectedNode() == fold || click.getClickCount() == 2) {
                model.toggleFold(line);
            }
        });
    }

    /// Long lines go on below themselves, or to the right.
    void wrap(boolean wraps) {
        HBox.setHgrow(texts, wraps ? Priority.ALWAYS : Priority.NEVER);
        texts.setMinWidth(wraps ? 0 : USE_PREF_SIZE);
        setPrefWidth(wraps ? 0 : USE_COMPUTED_SIZE);
    }

    @Override
    protected void updateItem(@Nullable Integer item, boolean empty) {
        super.updateItem(item, empty);
        fill();
    }

    private int line() {
        return isEmpty() || getItem() == null ? -1 : model.rows().line(getItem());
    }

    /// Shows its line as it is known now.
    void fill() {
        int at = line();
        getStyleClass().removeIf(style -> style.startsWith("kind-"));
        if (at < 0) {
            setGraphic(null);
            setAccessibleText("");
            pseudoClassStateChanged(CURRENT, false);
            pseudoClassStateChanged(HIT, false);
            return;
        }
        LogLine line = model.line(at); // first, since asking for it may fill this very cell
        pseudoClassStateChanged(CURRENT, at == model.signs().current().get());
        pseudoClassStateChanged(HIT, model.hits().holds(at));
        number.setText(Numbers.grouped(at + 1L));
        row.getChildren().setAll(number);
        if (line == null) {
            setAccessibleText("Line " + (at + 1) + " is being read");
        } else {
            getStyleClass().add("kind-" + line.kind().name().toLowerCase(Locale.ROOT));
            fill(at, line);
        }
        setGraphic(row);
    }

    private void fill(int at, LogLine line) {
        String folded = model.foldOf(at);
        fold.setText(folded.isEmpty() ? model.beginsGroup(at) ? "▾" : "" : "▸");
        row.getChildren().add(fold);
        String written = model.timeOf(line);
        if (!written.isEmpty()) {
            time.setText(written);
            row.getChildren().add(time);
        }
        if (!line.source().isEmpty()) {
            source.setText(line.source());
            source.getStyleClass().setAll(
                    "label", "sb-mono", "log-source",
                    "log-source-" + Math.floorMod(line.source().hashCode(), COLOURS));
            row.getChildren().add(source);
        }
        List<Range> ranges = model.hits().holds(at) ? model.hits().ranges(line.text()) : List.of();
        texts.show(line, ranges);
        row.getChildren().add(texts);
        String notes = (folded.isEmpty() ? "" : "  " + folded) + LogWords.notes(line);
        if (!notes.isEmpty()) {
            rest.setText(notes);
            row.getChildren().add(rest);
        }
        setAccessibleText("Line " + (at + 1) + ": " + (line.source().isEmpty() ? "" : line.source() + " ")
                + line.text() + notes + (ranges.isEmpty() ? "" : ", matches"));
    }
}
