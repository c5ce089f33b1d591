package dev.signalbox.ui.widget;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Buttons, named by what they do. Style classes `primary`, `go`, `strong-danger`, `soft-danger`, `quiet`, `small`, `big`.
public final class Buttons {

    private Buttons() {}

    public static Button of(String id, String words, Runnable press, String... styles) {
        Button button = new Button(words);
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setAccessibleText(words);
        button.getStyleClass().addAll(styles);
        button.setOnAction(e -> press.run());
        return button;
    }

    public static Button of(String id, Feather icon, String words, Runnable press, String... styles) {
        Button button = of(id, words, press, styles);
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    /// A button that shows only a shape; its words are told by tooltip and to screen readers.
    public static Button icon(String id, Feather icon, String words, Runnable press, String... styles) {
        Button button = of(id, icon, "", press, styles);
        button.getStyleClass().add("icon-only");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }
}
