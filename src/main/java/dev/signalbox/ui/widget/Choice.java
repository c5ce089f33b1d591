package dev.signalbox.ui.widget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/// One of a few, all of them in sight. Tab and the arrow keys move within it; a screen reader hears what the choice is
/// about with each.
public final class Choice<T> extends FlowPane {

    private static final double MOST_WIDE = 420;

    private final ReadOnlyObjectWrapper<@Nullable T> chosen = new ReadOnlyObjectWrapper<>(null);
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

    /// @param about what is chosen, for screen readers (`Density`)
    /// @param words what each is called
    public Choice(String id, String about, List<T> choices, Function<T, String> words) {
        super(2, 2);
        setId(id);
        setAccessibleText(about);
        getStyleClass().add("sb-choice");
        for (T choice : choices) {
            ToggleButton button = new ToggleButton(words.apply(choice));
            button.setId(id + "-" + choice.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
            button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            button.setAccessibleText(about + ": " + words.apply(choice));
            button.getStyleClass().add("sb-tab");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(press -> {
                chosen.set(choice);
                refresh();
            });
            button.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
            buttons.put(choice, button);
            getChildren().add(button);
        }
        setPrefWrapLength(MOST_WIDE);
        chosen.addListener((property, before, now) -> refresh());
    }

    /// Absent while none of them is chosen.
    public ReadOnlyObjectProperty<@Nullable T> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Shows a choice; one that is not among them shows as none.
    public void choose(T wanted) {
        chosen.set(wanted);
    }

    /// As wide as its buttons in one line, where they fit into one: a flow pane would take all that it may.
    @Override
    protected double computePrefWidth(double height) {
        // Each is placed on whole pixels.
        double line = getChildren().stream().mapToDouble(b -> Math.ceil(b.prefWidth(-1)) + getHgap() + 1).sum();
        return line <= MOST_WIDE ? line : super.computePrefWidth(height);
    }

    private void refresh() {
        buttons.forEach((choice, button) -> button.setSelected(choice.equals(chosen.get())));
    }

    private void onKey(KeyEvent key) {
        int by = key.getCode() == KeyCode.RIGHT ? 1 : key.getCode() == KeyCode.LEFT ? -1 : 0;
        if (by == 0) {
            return;
        }
        List<T> all = List.copyOf(buttons.keySet());
        T next = all.get(Math.floorMod(all.indexOf(chosen.get()) + by, all.size()));
        chosen.set(next);
        ToggleButton button = buttons.get(next);
        if (button != null) {
            button.requestFocus();
        }
        key.consume();
    }
}
