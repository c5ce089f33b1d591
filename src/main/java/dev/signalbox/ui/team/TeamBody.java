package dev.signalbox.ui.team;

import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.StatusIcon;
import dev.signalbox.ui.widget.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The part of the sheet that scrolls. Rebuilt only when something other than an age has changed, so that reading is not
/// disturbed by the clock.
final class TeamBody extends VBox {

    private final GridPane facts = new GridPane();
    private final Label newer = Texts.wrapped("", "sb-strong");
    private final VBox rest = new VBox(8);
    private @Nullable List<Object> shown;

    TeamBody() {
        getStyleClass().add("sb-sheet-body");
        facts.setHgap(12);
        facts.setVgap(4);
        getChildren().addAll(facts, newer, rest);
    }

    void show(TeamCard card) {
        fill(card.facts());
        newer.setText(card.newer());
        Present.when(newer, !card.newer().isEmpty());
        List<Object> now = List.of(card.problems(), card.weaker(), card.lines());
        if (!now.equals(shown)) {
            shown = now;
            rest.getChildren().setAll(parts(card));
        }
    }

    private void fill(List<TeamCard.Fact> all) {
        if (facts.getChildren().size() != all.size() * 2) {
            facts.getChildren().clear();
            for (int row = 0; row < all.size(); row++) {
                Label name = Texts.sub("");
                name.setMinWidth(92);
                facts.addRow(row, name, Texts.wrapped(""));
            }
        }
        for (int row = 0; row < all.size(); row++) {
            ((Label) facts.getChildren().get(row * 2)).setText(all.get(row).name());
            ((Label) facts.getChildren().get(row * 2 + 1)).setText(all.get(row).value());
        }
    }

    private static List<Node> parts(TeamCard card) {
        List<Node> parts = new ArrayList<>();
        for (int i = 0; i < card.problems().size(); i++) {
            ProblemLine line = new ProblemLine("team-problem-" + i);
            line.show(card.problems().get(i), Mark.WARNING);
            parts.add(line);
        }
        if (!card.weaker().isEmpty()) {
            parts.add(Texts.section("What would protect less, or move"));
            card.weaker().forEach(one -> parts.add(weaker(one)));
        }
        if (!card.lines().isEmpty()) {
            parts.add(Texts.section("Lines that it changes"));
            parts.add(lines(card.lines()));
        }
        return parts;
    }

    private static Node weaker(TeamCard.Weaker one) {
        GridPane sides = new GridPane();
        sides.setHgap(10);
        sides.setVgap(2);
        ColumnConstraints name = new ColumnConstraints(44);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        sides.getColumnConstraints().addAll(name, value);
        sides.addRow(0, Texts.sub("now"), Texts.wrapped(one.before()));
        sides.addRow(1, Texts.sub("then"), Texts.wrapped(one.after(), "sb-strong"));
        VBox words = new VBox(2, Texts.wrapped(one.what(), "sb-strong"), sides);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(10, new StatusIcon(Mark.WARNING), words);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().addAll("sb-outcome", Mark.WARNING.tone().style());
        line.setAccessibleText(one.what() + ", now " + one.before() + ", then " + one.after());
        return line;
    }

    private static Node lines(List<TeamCard.Line> all) {
        VBox code = new VBox(1);
        code.getStyleClass().add("sb-code");
        code.setId("team-difference");
        for (TeamCard.Line line : all) {
            Label text = Texts.wrapped(line.sign() + " " + line.text(), "sb-mono");
            text.getStyleClass().add(switch (line.sign()) {
                case "+" -> "sb-ok";
                case "−" -> "sb-bad";
                default -> "sb-sub";
            });
            text.setAccessibleText(switch (line.sign()) {
                case "+" -> "added, line " + line.number() + ": " + line.text();
                case "−" -> "removed, line " + line.number() + ": " + line.text();
                default -> line.text();
            });
            code.getChildren().add(text);
        }
        return code;
    }
}
