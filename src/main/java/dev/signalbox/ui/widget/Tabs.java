package dev.signalbox.ui.widget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// A filter: one of a few, each with the number of things it lets through. Arrow keys move within it.
public final class Tabs<T> extends HBox {

    private final ObjectProperty<T> selected;
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final Map<T, Label> numbers = new LinkedHashMap<>();
    private final Function<T, String> title;

    /// @param choices at least one; the first is chosen
    public Tabs(String id, List<T> choices, Function<T, String> title) {
        this.title = title;
        setId(id);
        setSpacing(2);
        selected = new SimpleObjectProperty<>(choices.getFirst());
        ToggleGroup group = new ToggleGroup();
        for (T choice : choices) {
            Label number = new Label();
            ToggleButton button = new ToggleButton(title.apply(choice), number);
            button.setId(id + "-" + choice.toString().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            button.getStyleClass().add("sb-tab");
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setOnAction(press -> {
                selected.set(choice);
                refresh();
            });
            button.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
            buttons.put(choice, button);
            numbers.put(choice, number);
            getChildren().add(button);
        }
        selected.addListener((property, before, now) -> refresh());
        refresh();
    }

    public ObjectProperty<T> selectedProperty() {
        return selected;
    }

    /// Shows how many things each choice lets through.
    public void count(Map<T, Integer> counts) {
        counts.forEach((choice, count) -> {
            Label number = numbers.get(choice);
            ToggleButton button = buttons.get(choice);
            if (number != null && button != null) {
                number.setText(Integer.toString(count));
                button.setAccessibleText(title.apply(choice) + ", " + count);
            }
        });
    }

    private void refresh() {
        buttons.forEach((choice, button) -> button.setSelected(choice.equals(selected.get())));
    }

    private void onKey(KeyEvent key) {
        int by = key.getCode() == KeyCode.RIGHT ? 1 : key.getCode() == KeyCode.LEFT ? -1 : 0;
        if (by == 0) {
            return;
        }
        List<T> all = List.copyOf(buttons.keySet());
        T next = all.get(Math.floorMod(all.indexOf(selected.get()) + by, all.size()));
        selected.set(next);
        ToggleButton button = buttons.get(next);
        if (button != null) {
            button.requestFocus();
        }
        key.consume();
    }
}
