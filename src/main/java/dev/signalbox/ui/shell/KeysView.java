package dev.signalbox.ui.shell;

import dev.signalbox.ui.keys.KeyTable;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.KeyHint;
import dev.signalbox.ui.widget.Layer;
import dev.signalbox.ui.widget.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All keys at a glance.
final class KeysView extends VBox implements Layer {

    private static final KeyLine FIND = new KeyLine("Ctrl K", "Find a service, run, commit or action");
    private static final List<KeyLine> EVERYWHERE = List.of(
            new KeyLine("F5", "Read everything again"),
            new KeyLine("F11", "Show on a wall; F11 or Esc comes back"),
            new KeyLine("Ctrl Shift L", "Dark or light"),
            new KeyLine("Ctrl ,", "Settings; other keys are chosen there"),
            new KeyLine("Tab", "Next control; Shift Tab the one before"),
            new KeyLine("Esc", "Close what lies on top"),
            new KeyLine("?", "These keys"));

    private final ShellViewModel model;
    private final HBox columns = new HBox(28);
    private final Button close;

    KeysView(ShellViewModel model) {
        this.model = model;
        setId("keys");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText("Keys");
        getStyleClass().addAll("sb-sheet", "sb-keys");
        close = Buttons.of("keys-close", "Close", this::dismiss);
        HBox foot = new HBox(Texts.gap(), close);
        getChildren().addAll(Texts.title("Keys"), columns, foot);
        model.keysShownProperty().subscribe(isShown -> {
            if (isShown) {
                fill();
            }
        });
    }

    private void fill() {
        columns.getChildren().clear();
        List<KeyLine> everywhere = new ArrayList<>(List.of(
                FIND, new KeyLine("Ctrl 1 … " + model.screens().size(), "Go to a screen")));
        everywhere.addAll(EVERYWHERE);
        VBox first = column();
        add(model.keys(), first, "Everywhere", everywhere);
        Screen screen = model.currentProperty().get();
        if (screen != null && !screen.keys().isEmpty()) {
            add(model.keys(), first, screen.title(), screen.keys());
        }
        if (screen != null && !screen.partKeys().isEmpty()) {
            VBox second = column();
            screen.partKeys().forEach(part -> add(model.keys(), second, part.heading(), part.lines()));
        }
    }

    private VBox column() {
        VBox column = new VBox(8);
        columns.getChildren().add(column);
        return column;
    }

    private static void add(KeyTable keys, VBox column, String heading, List<KeyLine> lines) {
        GridPane grid = new GridPane();
        // One width for all groups, so that their words stand in one line.
        grid.getColumnConstraints().add(new ColumnConstraints(110));
        grid.setHgap(16);
        grid.setVgap(6);
        for (int row = 0; row < lines.size(); row++) {
            KeyHint key = new KeyHint(keys.rewrite(lines.get(row).keys()));
            GridPane.setHalignment(key, HPos.RIGHT);
            grid.addRow(row, key, Texts.plain(keys.rewrite(lines.get(row).does())));
        }
        column.getChildren().addAll(Texts.section(heading), grid);
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public ObservableValue<Boolean> open() {
        return model.keysShownProperty();
    }

    @Override
    public void dismiss() {
        model.keysShownProperty().set(false);
    }

    @Override
    public void takeFocus() {
        close.requestFocus();
    }
}
