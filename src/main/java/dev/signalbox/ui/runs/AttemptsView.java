package dev.signalbox.ui.runs;

import dev.signalbox.ui.widget.FoldSection;
import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.StatusIcon;
import dev.signalbox.ui.widget.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The attempts of the run as buttons, and what the one shown did differently than another.
final class AttemptsView extends StackPane {

    private final IntConsumer choose;
    private final IntConsumer compare;
    private final MenuButton others = new MenuButton();
    private final FlowPane buttons = new FlowPane(4, 4);
    private final Label words = Texts.wrapped("", "sb-muted");
    private final VBox lines = new VBox(1);
    private final FoldSection section;
    private AttemptsCard shown = AttemptsCard.ONE;

    /// @param compare with which attempt
    AttemptsView(IntConsumer choose, IntConsumer compare) {
        this.choose = choose;
        this.compare = compare;
        others.setId("run-attempts-beside");
        others.getStyleClass().add("small");
        words.setId("run-attempts-words");
        section = new FoldSection("run-attempts", "Attempts", buttons, others, words, lines);
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
        if (!card.attempts().equals(shown.attempts()) || card.shown() != shown.shown()
                || card.beside() != shown.beside()) {
            showOthers(card);
        }
        shown = card;
        section.present(!card.attempts().isEmpty());
        section.title("Attempts · " + card.attempts().size());
        words.setText(card.words());
        Present.when(words, !card.words().isEmpty());
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

    /// With two attempts there is nothing to choose.
    private void showOthers(AttemptsCard card) {
        Present.when(others, card.attempts().size() > 2);
        others.setText(card.beside() == 0 ? "Compare" : "Compared with attempt " + card.beside());
        others.setAccessibleText(others.getText() + "; choose another attempt to compare with");
        others.getItems().setAll(card.attempts().stream()
                .filter(choice -> choice.number() != card.shown())
                .map(this::other)
                .toList());
    }

    private MenuItem other(AttemptsCard.Choice choice) {
        MenuItem item = new MenuItem(choice.words());
        item.setOnAction(press -> compare.accept(choice.number()));
        return item;
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
