package dev.signalbox.ui.editor;

import dev.signalbox.ui.editor.BoardTexts.Problem;
import dev.signalbox.ui.editor.EditorCard.Change;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.StatusIcon;
import dev.signalbox.ui.widget.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What was found in the text: problems that lead to their lines, what it would protect less, and what it changes.
final class FindingsView extends VBox {

    private final IntConsumer goTo;
    private List<Object> shown = List.of();

    /// @param goTo takes the number of a line that somebody wants to see
    FindingsView(IntConsumer goTo) {
        super(6);
        this.goTo = goTo;
        getStyleClass().add("sb-editor-findings");
    }

    void show(EditorCard card) {
        List<Object> now = List.of(card.problems(), card.weakened(), card.changes());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        List<Node> parts = new ArrayList<>();
        if (!card.problems().isEmpty()) {
            parts.add(Texts.section("What is wrong"));
            for (int i = 0; i < card.problems().size(); i++) {
                parts.add(problem(i, card.problems().get(i)));
            }
        }
        if (!card.weakened().isEmpty()) {
            parts.add(Texts.section("What would protect less, or move"));
            for (int i = 0; i < card.weakened().size(); i++) {
                ProblemLine line = new ProblemLine("editor-weaker-" + i);
                line.show(card.weakened().get(i), Mark.WARNING);
                parts.add(line);
            }
        }
        parts.add(Texts.section("Lines that change"));
        parts.add(card.changes().isEmpty() ? Texts.sub("None.") : changes(card.changes()));
        getChildren().setAll(parts);
    }

    private Node problem(int index, Problem problem) {
        String words = (problem.line() == 0 ? "" : "Line " + problem.line() + ": ") + problem.sentence();
        Button line = new Button(words, new StatusIcon(Mark.BAD));
        line.setId("editor-problem-" + index);
        line.setAccessibleText(words);
        line.setAccessibleHelp("Goes to the line");
        line.setWrapText(true);
        line.setMaxWidth(Double.MAX_VALUE);
        line.setMinHeight(USE_PREF_SIZE);
        line.getStyleClass().addAll("quiet", "sb-editor-problem");
        line.setOnAction(press -> goTo.accept(Math.max(1, problem.line())));
        return line;
    }

    private static Node changes(List<Change> all) {
        VBox code = new VBox(1);
        code.setId("editor-changes");
        code.getStyleClass().add("sb-code");
        for (Change change : all) {
            Label text = Texts.wrapped(change.sign() + " " + change.text(), "sb-mono");
            text.getStyleClass().add(switch (change.sign()) {
                case "+" -> "sb-ok";
                case "−" -> "sb-bad";
                default -> "sb-sub";
            });
            text.setAccessibleText(switch (change.sign()) {
                case "+" -> "added, line " + change.number() + ": " + change.text();
                case "−" -> "removed: " + change.text();
                default -> change.text();
            });
            code.getChildren().add(text);
        }
        return code;
    }
}
