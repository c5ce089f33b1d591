package dev.signalbox.ui.welcome;

import dev.signalbox.ui.widget.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A control with its name above and an explanation below it.
final class Fields {

    private Fields() {}

    /// @param hint empty for none
    static VBox of(String name, String hint, Region control) {
        control.setAccessibleText(name);
        if (!hint.isEmpty()) {
            control.setAccessibleHelp(hint);
        }
        Label label = Texts.strong(name);
        label.setLabelFor(control);
        VBox field = new VBox(4, label, control);
        if (!hint.isEmpty()) {
            field.getChildren().add(Texts.wrapped(hint, "sb-sub"));
        }
        return field;
    }
}
