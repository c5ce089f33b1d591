package dev.signalbox.ui.widget;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Labels in the console's few voices.
public final class Texts {

    private Texts() {}

    /// The name of a screen or of what it shows.
    public static Label title(String text) {
        return of(text, "sb-title");
    }

    public static Label heading(String text) {
        return of(text, "sb-heading");
    }

    public static Label strong(String text) {
        return of(text, "sb-strong");
    }

    public static Label plain(String text) {
        return of(text);
    }

    /// Less important words.
    public static Label sub(String text) {
        return of(text, "sb-sub");
    }

    /// Words that may take several lines.
    public static Label wrapped(String text, String... styles) {
        Label label = of(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// Code: versions, commits, requests.
    public static Label mono(String text) {
        return of(text, "sb-mono");
    }

    /// The heading of a part of a screen: small capitals. Screen readers get the words as they are.
    public static Label section(String text) {
        Label label = of(text.toUpperCase(Locale.ROOT), "sb-section");
        label.setAccessibleText(text);
        return label;
    }

    /// Changes the words of a section heading.
    public static void section(Label label, String text) {
        label.setText(text.toUpperCase(Locale.ROOT));
        label.setAccessibleText(text);
    }

    /// Takes all room that is left in a row.
    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Label of(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
