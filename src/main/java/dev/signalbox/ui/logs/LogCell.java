package dev.signalbox.ui.logs;

import dev.signalbox.logs.LogLine;
import dev.signalbox.logs.LogLine.Span;
import dev.signalbox.ui.widget.Texts;
import dev.signalbox.ui.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// One line of a log. Keeps its nodes; a line with more changes of colour than it has nodes ends in one colour.
final class LogCell extends ListCell<Integer> {

    private static final int MOST_SPANS = 48;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");

    private final LogViewModel model;
    private final Label number = new Label();
    private final Label time = Texts.mono("");
    private final Label rest = new Label();
    private final List<Text> texts = new ArrayList<>();
    private final HBox row = new HBox();

    LogCell(LogViewModel model) {
        this.model = model;
        getStyleClass().add("log-cell");
        number.getStyleClass().add("log-number");
        time.getStyleClass().add("log-time");
        time.setMinWidth(USE_PREF_SIZE);
        rest.getStyleClass().add("log-rest");
        rest.setMinWidth(USE_PREF_SIZE);
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Integer item, boolean empty) {
        super.updateItem(item, empty);
        fill();
    }

    /// Shows its line as it is known now.
    void fill() {
        Integer item = getItem();
        getStyleClass().removeIf(style -> style.startsWith("kind-"));
        if (isEmpty() || item == null) {
            setGraphic(null);
            setAccessibleText("");
            pseudoClassStateChanged(CURRENT, false);
            pseudoClassStateChanged(HIT, false);
            return;
        }
        pseudoClassStateChanged(CURRENT, item == model.current().get());
        pseudoClassStateChanged(HIT, model.hits().holds(item));
        number.setText(Numbers.grouped(item + 1L));
        row.getChildren().setAll(number);
        LogLine line = model.line(item);
        if (line == null) {
            setAccessibleText("Line " + (item + 1) + " is being read");
        } else {
            getStyleClass().add("kind-" + line.kind().name().toLowerCase(Locale.ROOT));
            fill(line);
            setAccessibleText("Line " + (item + 1) + ": " + line.text());
        }
        setGraphic(row);
    }

    private void fill(LogLine line) {
        if (model.times().get() && !line.time().isEmpty()) {
            time.setText(line.time());
            row.getChildren().add(time);
        }
        List<Span> spans = line.spans();
        for (int i = 0; i < Math.min(MOST_SPANS, spans.size()); i++) {
            Text text = text(i);
            Span span = spans.get(i);
            text.setText(i + 1 < MOST_SPANS ? span.text() : after(spans, i));
            text.getStyleClass().setAll("log-text", "colour-" + span.colour().name().toLowerCase(Locale.ROOT));
            if (span.bold()) {
                text.getStyleClass().add("bold");
            }
            row.getChildren().add(text);
        }
        String notes = notes(line);
        if (!notes.isEmpty()) {
            rest.setText(notes);
            row.getChildren().add(rest);
        }
    }

    private static String notes(LogLine line) {
        String more = line.more() > 0 ? " … " + Numbers.bytes(line.more()) + " more" : "";
        return line.hidden() == 0
                ? more
                : more + "  (" + Numbers.counted(line.hidden(), "control sequence", "control sequences") + " hidden)";
    }

    private static String after(List<Span> spans, int from) {
        StringBuilder all = new StringBuilder();
        spans.subList(from, spans.size()).forEach(span -> all.append(span.text()));
        return all.toString();
    }

    private Text text(int index) {
        while (texts.size() <= index) {
            texts.add(new Text());
        }
        return texts.get(index);
    }
}
