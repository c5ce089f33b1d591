package dev.signalbox.ui.settings.configured;

import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The fields of a page. What is typed is kept all at once, by one button: the console starts again with it.
final class ConfigForm {

    private final ConfigDesk desk;
    private final String id;
    private final Map<String, StringProperty> texts = new LinkedHashMap<>();

    ConfigForm(String id, ConfigDesk desk) {
        this.id = id;
        this.desk = desk;
    }

    /// A field for a value.
    ///
    /// @param spoken what a screen reader calls it
    /// @param unit said behind it; may be empty
    Region field(String node, String name, String spoken, String prompt, String unit, double width) {
        TextField field = new TextField(desk.value(name));
        field.setId(node);
        field.setPromptText(prompt);
        field.setAccessibleText(unit.isEmpty() ? spoken : spoken + ", in " + unit);
        field.setPrefWidth(width);
        // Not disabled: what is set can be read, and heard, where it cannot be changed.
        field.setEditable(desk.fixed().isEmpty());
        texts.computeIfAbsent(name, key -> new SimpleStringProperty(field.getText()))
                .bind(field.textProperty().map(String::strip));
        if (unit.isEmpty()) {
            return field;
        }
        Label behind = Texts.sub(unit);
        behind.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, field, behind);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// What differs from what is in force.
    Map<String, String> changed() {
        Map<String, String> changed = new LinkedHashMap<>();
        texts.forEach((name, text) -> {
            if (!text.get().equals(desk.value(name))) {
                changed.put(name, text.get());
            }
        });
        return changed;
    }

    /// The last setting of the page: keeps what was typed, or says why nothing can be changed.
    Setting keep() {
        String fixed = desk.fixed();
        if (!fixed.isEmpty()) {
            return new Setting("where", "Where this stands", fixed, List.of("configuration", "file"),
                    () -> sign(fixed));
        }
        return new Setting(
                "keep", "Keep", "The console starts again with what is set here; what is running outside goes on.",
                List.of("save", "apply", "restart"), this::keepButton);
    }

    /// Reached by Tab, so that the sentence is heard.
    private static Region sign(String fixed) {
        Label sign = Texts.sub("Not changed here");
        sign.setFocusTraversable(true);
        sign.setAccessibleText("Not changed here. " + fixed);
        return sign;
    }

    private Region keepButton() {
        ProblemLine problem = new ProblemLine(id + "-problem");
        Button keep = Buttons.of(id + "-keep", "Keep and start again", () -> {
            Map<String, String> changed = changed();
            if (changed.isEmpty()) {
                problem.show("Nothing was changed.", Mark.WARNING);
            } else {
                problem.show("", Mark.WARNING);
                desk.keep(changed, words -> problem.show(words, Mark.BAD));
            }
        }, "primary");
        VBox both = new VBox(6, keep, problem);
        both.setAlignment(Pos.CENTER_LEFT);
        both.setMaxWidth(320);
        return both;
    }
}
