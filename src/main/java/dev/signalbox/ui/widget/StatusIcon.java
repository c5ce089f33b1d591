package dev.signalbox.ui.widget;

import org.kordamp.ikonli.javafx.FontIcon;

/// A mark as a small icon; keeps its node when the mark changes.
public final class StatusIcon extends FontIcon {

    public StatusIcon(Mark mark) {
        set(mark, mark.word());
    }

    /// Shows another mark.
    ///
    /// @param words what a screen reader says
    public void set(Mark mark, String words) {
        setIconCode(mark.shape());
        mark.tone().dress(this);
        setAccessibleText(words);
    }
}
