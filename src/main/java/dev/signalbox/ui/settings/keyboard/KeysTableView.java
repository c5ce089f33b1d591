package dev.signalbox.ui.settings.keyboard;

import dev.signalbox.ui.keys.KeyCommand;
import dev.signalbox.ui.keys.KeyTable;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A line per command: what it does, its keys, and the way back to the preset ones.
final class KeysTableView extends VBox {

    private final KeyTable keys;

    KeysTableView(KeyTable keys) {
        super(4);
        this.keys = keys;
        setId("keys-table");
        String area = "";
        for (KeyCommand command : KeyCommand.values()) {
            if (!command.area().equals(area)) {
                area = command.area();
                Label heading = Texts.section(area);
                heading.getStyleClass().add("keys-area");
                getChildren().add(heading);
            }
            getChildren().add(new Line(command));
        }
    }

    private final class Line extends VBox {

        private final KeyCommand command;
        private final Button press;
        private final Button reset;
        private final ProblemLine problem;
        private boolean listening;

        Line(KeyCommand command) {
            super(4);
            this.command = command;
            String id = command.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Label title = Texts.wrapped(command.title());
            title.setMinWidth(0);
            HBox.setHgrow(title, Priority.ALWAYS);
            title.setMaxWidth(Double.MAX_VALUE);
            press = Buttons.of("key-" + id, "", this::listen, "small", "keys-press");
            // What is typed elsewhere, a passphrase or a name, is not for us.
            press.focusedProperty().subscribe(focused -> {
                if (!focused && listening) {
                    keys.release();
                }
            });
            reset = Buttons.icon(
                    "key-reset-" + id, Feather.ROTATE_CCW, "Preset keys for “" + command.title() + "”",
                    () -> say(keys.reset(command)), "small", "quiet");
            problem = new ProblemLine("key-problem-" + id);
            HBox row = new HBox(8, title, press, reset);
            row.setAlignment(Pos.CENTER_LEFT);
            getChildren().addAll(row, problem);
            keys.versionProperty().subscribe(version -> show());
        }

        private void show() {
            press.setText(keys.caps(command));
            press.setAccessibleText(command.title() + ": " + keys.caps(command) + ". Press to choose other keys");
            reset.setDisable(!keys.isChosen(command));
        }

        private void listen() {
            say("");
            press.setText("Press the new keys…");
            keys.capture(this::take);
            listening = true;
        }

        private void take(Optional<KeyCombination> pressed) {
            listening = false;
            String inTheWay = pressed.map(combination -> keys.bind(command, combination)).orElse("");
            show();
            say(inTheWay);
        }

        private void say(String words) {
            problem.show(words, Mark.WARNING);
        }
    }
}
