package dev.signalbox.ui.board;

import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.StatusIcon;
import dev.signalbox.ui.widget.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A revision with the button that goes back to it.
final class RevisionLine extends HBox {

    private final StatusIcon icon = new StatusIcon(Mark.IDLE);
    private final Label name = Texts.mono("");
    private final Label words = Texts.sub("");
    private final Label running = Texts.sub("running");
    private final Button restore;
    private final Tooltip tooltip = new Tooltip();
    private DrawerRow.@Nullable Offer offer;

    /// @param press hears which offer was taken
    RevisionLine(Consumer<DrawerRow.Offer> press) {
        super(8);
        restore = Buttons.icon("restore", Feather.CORNER_UP_LEFT, "Roll back", () -> {
            if (offer != null) {
                press.accept(offer);
            }
        }, "small");
        name.setMinWidth(USE_PREF_SIZE);
        running.setMinWidth(USE_PREF_SIZE);
        words.setTooltip(tooltip);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("sb-row");
        getChildren().addAll(icon, name, words, Texts.gap(), running, restore);
    }

    void show(DrawerRow.RevisionRow row) {
        offer = row.restore();
        boolean current = offer == null;
        icon.set(row.mark(), row.mark().word());
        name.setText(row.name());
        words.setText(row.words());
        tooltip.setText(row.words());
        Present.when(running, current);
        Present.when(restore, !current);
        if (offer != null) {
            restore.setId(offer.id());
            restore.setDisable(!offer.enabled());
            restore.setAccessibleText(offer.words());
            restore.getTooltip()
                    .setText(offer.words() + (offer.explanation().isEmpty() ? "" : ". " + offer.explanation()));
        }
    }
}
