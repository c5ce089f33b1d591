package dev.signalbox.ui.widget;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// A signal's lamp: a ring with a shape or a number in it.
public final class Lamp extends StackPane {

    private final FontIcon icon = new FontIcon();
    private final Label number = new Label();

    public Lamp() {
        getStyleClass().add("sb-lamp");
        getChildren().addAll(icon, number);
    }

    /// The smaller lamp that stands in lists.
    public static Lamp small() {
        Lamp lamp = new Lamp();
        lamp.getStyleClass().add("small");
        return lamp;
    }

    /// Shows a mark.
    ///
    /// @param words what a screen reader says
    public Lamp show(Mark mark, String words) {
        dress(mark.tone(), words);
        icon.setIconCode(mark.shape());
        mark.tone().dress(icon);
        icon.setVisible(true);
        number.setVisible(false);
        return this;
    }

    /// Shows a number.
    public Lamp show(int count, Tone tone, String words) {
        dress(tone, words);
        number.setText(count > 99 ? "99" : Integer.toString(count));
        icon.setVisible(false);
        number.setVisible(true);
        return this;
    }

    private void dress(Tone tone, String words) {
        tone.dress(this);
        setAccessibleText(words);
    }
}
