package dev.signalbox.ui.runs;

import dev.signalbox.ui.widget.FoldSection;
import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.StatusIcon;
import dev.signalbox.ui.widget.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Annotations with their places in the code.
final class NotesView extends StackPane {

    private final VBox lines = new VBox(6);
    private final Label words = Texts.wrapped("", "sb-sub");
    private final FoldSection section = new FoldSection("run-notes", "Annotations", lines, words);
    private List<NotesCard.Note> shown = List.of();

    NotesView() {
        words.setId("run-notes-words");
        section.present(false);
        managedProperty().bind(section.managedProperty());
        getChildren().add(section);
    }

    void show(NotesCard card) {
        section.title(card.heading());
        section.present(!card.notes().isEmpty() || !card.words().isEmpty());
        words.setText(card.words());
        Present.when(words, !card.words().isEmpty());
        if (!card.notes().equals(shown)) {
            shown = card.notes();
            lines.getChildren().setAll(shown.stream().map(NotesView::line).toList());
        }
    }

    private static HBox line(NotesCard.Note note) {
        StatusIcon icon = new StatusIcon(note.mark());
        icon.setAccessibleText(note.level());
        VBox both = new VBox(1);
        String where = note.place().isEmpty() ? note.level() : note.place();
        Label place = Texts.mono(where + (note.job().isEmpty() ? "" : " · " + note.job()));
        place.getStyleClass().add("run-note-place");
        place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        place.setMinWidth(0);
        place.setTooltip(new Tooltip(note.place().isEmpty() ? note.level() : note.level() + " at " + note.place()));
        Label text = Texts.wrapped(note.text());
        both.getChildren().addAll(place, text);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox line = new HBox(8, icon, both);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("run-note");
        line.setAccessibleText(note.words());
        return line;
    }
}
