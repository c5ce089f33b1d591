package dev.signalbox.ui.widget;

import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// A short status in words on a rounded ground, with the mark's shape before it.
public final class Pill extends Label {

    private @Nullable StatusIcon icon;

    public Pill() {
        getStyleClass().add("sb-pill");
        setMinWidth(USE_PREF_SIZE);
    }

    public Pill(String words, Mark mark) {
        this();
        show(words, mark);
    }

    /// Plain words without a status.
    public static Pill plain(String words) {
        Pill pill = new Pill();
        pill.setText(words);
        return pill;
    }

    /// Shows a status.
    public void show(String words, Mark mark) {
        setText(words);
        if (icon == null) {
            icon = new StatusIcon(mark);
            setGraphic(icon);
        }
        icon.set(mark, mark.word());
        mark.tone().dress(this);
        setAccessibleText(words);
    }
}
