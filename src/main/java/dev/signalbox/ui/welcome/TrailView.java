package dev.signalbox.ui.welcome;

import dev.signalbox.ui.widget.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where somebody is on the way: what is behind can be gone back to.
final class TrailView extends HBox {

    private final WizardModel model;
    private final Map<Step, Button> buttons = new EnumMap<>(Step.class);

    TrailView(WizardModel model) {
        super(4);
        this.model = model;
        setId("trail");
        setAlignment(Pos.CENTER_LEFT);
        for (Step step : Step.values()) {
            Button button = new Button(step.words());
            button.setId("trail-" + step.name().toLowerCase(java.util.Locale.ROOT));
            button.getStyleClass().addAll("quiet", "small", "welcome-trail");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(press -> model.go(step));
            buttons.put(step, button);
            if (step.ordinal() > 0) {
                getChildren().add(Texts.sub("›"));
            }
            getChildren().add(button);
        }
        model.step().subscribe(this::show);
    }

    private void show(@Nullable Step at) {
        buttons.forEach((step, button) -> {
            boolean here = step == at;
            boolean behind = model.isBehind(step);
            boolean passed = at != null && step.ordinal() < at.ordinal();
            button.setDisable(!here && !behind);
            button.setFocusTraversable(behind);
            button.getStyleClass().removeAll("here");
            if (here) {
                button.getStyleClass().add("here");
            }
            button.setGraphic(passed ? new FontIcon(Feather.CHECK) : null);
            button.setAccessibleText("Step " + (step.ordinal() + 1) + " of " + Step.values().length + ": "
                    + step.words() + (here ? ", current" : behind ? ", done; go back to it" : ""));
        });
    }
}
