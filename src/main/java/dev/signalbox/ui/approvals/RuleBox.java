package dev.signalbox.ui.approvals;

import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/// The choice of the rule that a person decides for. Takes no room where there is nothing to choose. Its nodes stay as
/// long as the rules do, so that the keyboard stays where it is while people approve elsewhere.
final class RuleBox extends FlowPane {

    private final ToggleGroup group = new ToggleGroup();
    private final Label heading = Texts.strong("Decide for");
    private final Consumer<String> choose;
    private RuleChoices shown = RuleChoices.NONE;

    RuleBox(Consumer<String> choose) {
        super(14, 6);
        this.choose = choose;
        setId("approval-rules");
        getStyleClass().add("approval-rules");
        setAlignment(Pos.CENTER_LEFT);
        Present.when(this, false);
    }

    void show(RuleChoices choices) {
        if (choices.equals(shown)) {
            return;
        }
        if (!rules(choices).equals(rules(shown))) {
            rebuild(choices);
        }
        shown = choices;
        Present.when(this, !choices.rules().isEmpty());
        for (int i = 0; i < choices.rules().size(); i++) {
            RuleChoices.Choice choice = choices.rules().get(i);
            RadioButton button = (RadioButton) group.getToggles().get(i);
            button.setText(choice.words());
            button.setAccessibleText("Decide for " + choice.words());
            button.setSelected(choice.rule().equals(choices.chosen()));
        }
    }

    /// Gives the keyboard to the chosen rule, or to the first one.
    void takeFocus() {
        Node chosen = (Node) group.getSelectedToggle();
        if (chosen != null) {
            chosen.requestFocus();
        } else if (!group.getToggles().isEmpty()) {
            ((Node) group.getToggles().getFirst()).requestFocus();
        }
    }

    private void rebuild(RuleChoices choices) {
        group.getToggles().clear();
        getChildren().setAll(heading);
        for (int i = 0; i < choices.rules().size(); i++) {
            String rule = choices.rules().get(i).rule();
            RadioButton button = new RadioButton();
            button.setId("approval-rule-" + i);
            button.setToggleGroup(group);
            button.selectedProperty().subscribe(selected -> {
                if (selected) {
                    choose.accept(rule);
                }
            });
            getChildren().add(button);
        }
    }

    private static List<String> rules(RuleChoices choices) {
        return choices.rules().stream().map(RuleChoices.Choice::rule).toList();
    }
}
