package dev.signalbox.ui.runs;

import dev.signalbox.ui.widget.FoldSection;
import dev.signalbox.ui.widget.StatusIcon;
import dev.signalbox.ui.widget.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The attempts of the run as buttons, and what the one shown did differently.
final class AttemptsView extends StackPane {

    private final IntConsumer choose;
    private final FlowPane buttons = new FlowPane(4, 4);
    private final Label words = Texts.wrapped("", "sb-muted");
    private final VBox lines = new VBox(1);
    private final FoldSection section;
    private AttemptsCard shown = AttemptsCard.ONE;

    AttemptsView(IntConsumer choose) {
        this.choose = choose;
        words.setId("run-attempts-words");
        section = new FoldSection("run-attempts", "Attempts", buttons, words, lines);
        section.present(false);
        managedProperty().bind(section.managedProperty());
        getChildren().add(section);
    }

    void show(AttemptsCard card) {
        if (card.equals(shown)) {
            return;
        }
        if (!card.attempts().equals(shown.attempts()) || card.shown() != shown.shown()) {
            showButtons(card);
        }
        shown = card;
        section.present(!card.attempts().isEmpty());
        section.title("Attempts · " + card.attempts().size());
        words.setText(card.words());
        words.setVisible(!card.words().isEmpty());
        words.setManaged(!card.words().isEmpty());
        lines.getChildren().setAll(card.jobs().stream().map(AttemptsView::line).toList());
    }

    /// Buttons keep the keyboard when another attempt is shown.
    private void showButtons(AttemptsCard card) {
        List<Node> there = new ArrayList<>(buttons.getChildren());
        for (int i = 0; i < card.attempts().size(); i++) {
            AttemptsCard.Choice choice = card.attempts().get(i);
            ToggleButton button = i < there.size() ? (ToggleButton) there.get(i) : new ToggleButton();
            if (i >= there.size()) {
                button.getStyleClass().add("sb-tab");
                buttons.getChildren().add(button);
            }
            button.setId("attempt-" + choice.number());
            button.setText(Integer.toString(choice.number()));
            button.setGraphic(new StatusIcon(choice.mark()));
            button.setSelected(choice.number() == card.shown());
            button.setAccessibleText(choice.words() + (choice.number() == card.shown() ? ", shown" : ""));
            button.setOnAction(press -> {
                button.setSelected(true);
                choose.accept(choice.number());
            });
        }
        if (there.size() > card.attempts().size()) {
            buttons.getChildren().remove(card.attempts().size(), there.size());
        }
    }

    private static HBox line(AttemptsCard.Difference difference) {
        Label job = Texts.plain(difference.job());
        job.setMinWidth(0);
        Label what = Texts.wrapped(difference.words(), "sb-sub");
        VBox both = new VBox(job, what);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox line = new HBox(8, new StatusIcon(difference.mark()), both);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("run-difference");
        line.setAccessibleText(difference.job() + ": " + difference.words());
        return line;
    }
}
