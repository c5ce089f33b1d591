package dev.signalbox.ui.board;

import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// An environment without a column, with the button that stops it.
final class EnvironmentLine extends HBox {

    private final Label name = Texts.mono("");
    private final Label words = Texts.sub("");
    private final Tooltip whole = new Tooltip();
    private final Tooltip why = new Tooltip();
    private final Button stop;
    private DrawerRow.@Nullable Offer offer;

    /// @param press hears which offer was taken
    EnvironmentLine(Consumer<DrawerRow.Offer> press) {
        super(8);
        stop = Buttons.of("stop-environment", "Stop", () -> {
            if (offer != null) {
                press.accept(offer);
            }
        }, "small");
        stop.setMinWidth(USE_PREF_SIZE);
        name.setTooltip(whole);
        words.setTooltip(whole);
        VBox text = new VBox(1, name, words);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        // A disabled button shows no tooltip, so the words hang on what surrounds it.
        HBox place = new HBox(stop);
        Tooltip.install(place, why);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(text, place);
    }

    void show(DrawerRow.EnvironmentRow row) {
        offer = row.stop();
        name.setText(row.name());
        words.setText(row.words());
        whole.setText(row.name() + "\n" + row.words());
        stop.setId(offer.id());
        stop.setDisable(!offer.enabled());
        stop.setAccessibleText(offer.words());
        stop.setAccessibleHelp(offer.explanation());
        why.setText(offer.words() + ": " + offer.explanation());
    }
}
