package dev.signalbox.ui.widget;

/// Colour of a status. Always goes with a shape or a word.
public enum Tone {
    OK("tone-ok", "sb-ok"),
    WARN("tone-warn", "sb-warn"),
    BAD("tone-bad", "sb-bad"),
    RUN("tone-run", "sb-run"),
    IDLE("tone-idle", "sb-idle");

    private final String style;
    private final String textStyle;

    Tone(String style, String textStyle) {
        this.style = style;
        this.textStyle = textStyle;
    }

    /// Style class of a node with this tone.
    public String style() {
        return style;
    }

    /// Style class of a plain label in this tone.
    public String textStyle() {
        return textStyle;
    }
}
