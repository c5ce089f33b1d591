package dev.signalbox.ui.logs;

import dev.signalbox.logs.LineMatcher.Range;
import dev.signalbox.logs.LogLine;
import dev.signalbox.logs.LogLine.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The text of one line in its colours, with what was found marked. Keeps its nodes; a line with more changes of colour
/// than there are nodes ends in one colour.
final class LogTexts extends TextFlow {

    private static final int MOST_PARTS = 64;

    private final List<Text> texts = new ArrayList<>();
    private final List<Label> marks = new ArrayList<>();
    private final List<Node> parts = new ArrayList<>();
    private int usedTexts;
    private int usedMarks;

    void show(LogLine line, List<Range> ranges) {
        parts.clear();
        usedTexts = 0;
        usedMarks = 0;
        int at = 0;
        int next = 0;
        for (Span span : line.spans()) {
            int done = 0;
            String text = span.text();
            while (done < text.length() && parts.size() < MOST_PARTS) {
                while (next < ranges.size() && ranges.get(next).to() <= at + done) {
                    next++;
                }
                Range range = next < ranges.size() ? ranges.get(next) : new Range(Integer.MAX_VALUE, Integer.MAX_VALUE);
                boolean marked = range.from() <= at + done;
                int end = Math.min(text.length(), (marked ? range.to() : range.from()) - at);
                boolean last = parts.size() == MOST_PARTS - 1;
                String part = last ? line.text().substring(at + done) : text.substring(done, end);
                if (marked && !last) {
                    mark(part);
                } else {
                    plain(part, span);
                }
                done = end;
            }
            at += text.length();
        }
        getChildren().setAll(parts);
    }

    private void plain(String part, Span span) {
        if (usedTexts == texts.size()) {
            texts.add(new Text());
        }
        Text text = texts.get(usedTexts++);
        text.setText(part);
        text.getStyleClass().setAll("log-text", "colour-" + span.colour().name().toLowerCase(Locale.ROOT));
        if (span.bold()) {
            text.getStyleClass().add("bold");
        }
        parts.add(text);
    }

    private void mark(String part) {
        if (usedMarks == marks.size()) {
            Label mark = new Label();
            mark.getStyleClass().add("log-mark");
            mark.setMinWidth(USE_PREF_SIZE);
            marks.add(mark);
        }
        Label mark = marks.get(usedMarks++);
        mark.setText(part);
        parts.add(mark);
    }
}
