package dev.signalbox.ui.widget;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// A rounded button with a light and a few words: a connection, an account.
public final class Chip extends Button {

    private final Dot dot = new Dot(Tone.IDLE);
    private final Tooltip tip = new Tooltip();

    /// @param id of the node
    public Chip(String id) {
        setId(id);
        getStyleClass().add("sb-chip");
        setMinWidth(USE_PREF_SIZE);
        tip.setShowDelay(Duration.millis(300));
        tip.setWrapText(true);
        tip.setMaxWidth(420);
    }

    /// Shows words without a light.
    public void show(String words, String more) {
        setText(words);
        setGraphic(null);
        explain(words, more);
    }

    /// Shows words with a light.
    ///
    /// @param more whole sentences for the tooltip
    public void show(String words, Tone tone, String more) {
        setText(words);
        dot.set(tone);
        setGraphic(dot);
        explain(words, more);
    }

    private void explain(String words, String more) {
        setAccessibleText(words);
        setAccessibleHelp(more);
        tip.setText(more);
        setTooltip(more.isEmpty() ? null : tip);
    }
}
