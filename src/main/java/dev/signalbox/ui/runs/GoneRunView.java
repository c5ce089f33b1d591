package dev.signalbox.ui.runs;

import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.StatusIcon;
import dev.signalbox.ui.widget.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Says that a run is gone and what is shown in its place. Takes no room while the run is there.
final class GoneRunView extends HBox {

    private final Label words = Texts.wrapped("");
    private final Button showRun;

    /// @param pressed shows the run without the job that somebody went to
    GoneRunView(Runnable pressed) {
        super(10);
        setId("run-gone");
        getStyleClass().add("run-banner");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("run-gone-words");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        showRun = Buttons.of("run-show", "Show the run", pressed, "small");
        showRun.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(new StatusIcon(Mark.WARNING), words, showRun);
        show(null);
    }

    void show(@Nullable GoneRunCard card) {
        Present.when(this, card != null);
        words.setText(card == null ? "" : card.words());
        setAccessibleText(words.getText());
        Present.when(showRun, card != null && card.runThere());
    }
}
