package dev.signalbox.ui.shell;

import dev.signalbox.ui.widget.Dot;
import dev.signalbox.ui.widget.Texts;
import dev.signalbox.ui.widget.Tone;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// The line at the bottom: freshness, last actions, actions in flight, journal.
final class FooterView extends HBox {

    private static final double HISTORY = 330;

    private final Dot dot = new Dot(Tone.IDLE);
    private final Label fresh = Texts.sub("");
    private final Label first = Texts.sub("");
    private final Label second = Texts.sub("");
    private final Label flight = Texts.sub("");
    private final Label history = Texts.sub("");
    private final Tooltip historyInFull = new Tooltip();
    private final Label journal = Texts.sub("");

    FooterView() {
        setId("footer");
        getStyleClass().add("sb-foot");
        setAlignment(Pos.CENTER_LEFT);
        HBox light = new HBox(6, dot, fresh);
        light.setAlignment(Pos.CENTER_LEFT);
        light.setMinWidth(USE_PREF_SIZE);
        flight.setMinWidth(USE_PREF_SIZE);
        journal.setMinWidth(USE_PREF_SIZE);
        flight.setId("footer-flight");
        history.setId("footer-history");
        history.setMaxWidth(HISTORY);
        history.setTextOverrun(OverrunStyle.ELLIPSIS);
        history.setTooltip(historyInFull);
        journal.setId("footer-journal");
        fresh.setId("footer-fresh");
        first.setTextOverrun(OverrunStyle.ELLIPSIS);
        getChildren().addAll(light, first, second, Texts.gap(), flight, history, journal);
    }

    void show(FooterRow row) {
        dot.set(row.tone());
        fresh.setText(row.fresh());
        show(first, row.last().isEmpty() ? "" : row.last().getFirst());
        show(second, row.last().size() > 1 ? row.last().get(1) : "");
        show(flight, row.flight());
        show(history, row.history());
        historyInFull.setText(row.history());
        journal.setText(row.journal());
        journal.getStyleClass().remove("sb-bad");
        if (row.journalTone() == Tone.BAD) {
            journal.getStyleClass().add("sb-bad");
        }
    }

    private static void show(Label label, String words) {
        label.setText(words);
        label.setManaged(!words.isEmpty());
        label.setVisible(!words.isEmpty());
    }
}
