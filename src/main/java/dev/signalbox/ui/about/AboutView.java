package dev.signalbox.ui.about;

import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Texts;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Version, runtime and licences, one below the other.
final class AboutView extends VBox {

    private static final double LINE = 18;
    private static final double LINES = 18 * LINE;
    private static final double WIDTH = 780;

    /// Of the fixed font, beside the bar that scrolls.
    private static final int COLUMNS = 92;

    private final ListView<String> licences = new ListView<>();
    private final Button close;

    AboutView(String product, List<String> runsOn, Runnable dismiss) {
        setId("about");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText("About " + product);
        getStyleClass().addAll("sb-sheet", "sb-keys");
        setPrefWidth(WIDTH);
        licences.setId("about-licences");
        licences.setAccessibleText("Licences of what others wrote");
        licences.getStyleClass().add("sb-mono");
        licences.setFixedCellSize(LINE);
        licences.setPrefHeight(LINES);
        licences.setPlaceholder(Texts.sub("Reading…"));
        close = Buttons.of("about-close", "Close", dismiss);
        getChildren().addAll(Texts.title(product));
        runsOn.forEach(line -> getChildren().add(Texts.sub(line)));
        getChildren().addAll(
                Texts.section("Works of others"), licences, new HBox(Texts.gap(), close));
    }

    void show(List<String> lines) {
        licences.getItems().setAll(LicenceLines.of(lines, COLUMNS));
    }

    void takeFocus() {
        close.requestFocus();
    }
}
