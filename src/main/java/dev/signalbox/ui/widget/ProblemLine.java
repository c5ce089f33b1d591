package dev.signalbox.ui.widget;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// What is wrong, in a line beside the last good value. Takes no room when nothing is.
public final class ProblemLine extends HBox {

    private final StatusIcon icon = new StatusIcon(Mark.WARNING);
    private final Label words = Texts.wrapped("");

    public ProblemLine(String id) {
        setId(id);
        getStyleClass().add("sb-problem");
        getChildren().addAll(icon, words);
        show("", Mark.WARNING);
    }

    /// Shows a problem; empty text hides the line.
    public void show(String problem, Mark mark) {
        boolean there = !problem.isEmpty();
        Present.when(this, there);
        words.setText(problem);
        setAccessibleText(problem);
        icon.set(mark, mark.word());
        getStyleClass().remove("bad");
        if (mark.tone() == Tone.BAD) {
            getStyleClass().add("bad");
        }
    }
}
