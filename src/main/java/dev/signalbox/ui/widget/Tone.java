package dev.signalbox.ui.widget;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;

/// Colour of a status. Always goes with a shape or a word.
public enum Tone {
    OK("tone-ok", "sb-ok"),
    WARN("tone-warn", "sb-warn"),
    BAD("tone-bad", "sb-bad"),
    RUN("tone-run", "sb-run"),
    IDLE("tone-idle", "sb-idle");

    private static final Set<String> STYLES = Arrays.stream(values()).map(Tone::style).collect(Collectors.toSet());

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

    /// Gives a node this tone and no other: in one change of its style classes, and in none when it has it already. Each
    /// change makes JavaFX match every rule anew for the node and all that is below it.
    public void dress(Node node) {
        List<String> classes = node.getStyleClass();
        int worn = -1;
        for (int i = 0; i < classes.size(); i++) {
            if (STYLES.contains(classes.get(i))) {
                worn = i;
            }
        }
        if (worn < 0) {
            classes.add(style);
        } else if (!classes.get(worn).equals(style)) {
            classes.set(worn, style);
        }
    }

    /// Style class of a plain label in this tone.
    public String textStyle() {
        return textStyle;
    }
}
