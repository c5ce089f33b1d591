package dev.signalbox.ui.plan;

import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.StatusIcon;
import dev.signalbox.ui.widget.Texts;
import dev.signalbox.ui.widget.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The part of the sheet that scrolls: the plan in full, or how it goes. Rebuilt only when what it shows has changed,
/// so that reading and scrolling are not disturbed by the clock.
final class SheetBody extends VBox {

    private final StepsView steps = new StepsView("plan-steps");
    private List<Object> shown = List.of();

    SheetBody() {
        getStyleClass().add("sb-sheet-body");
    }

    void show(SheetCard card) {
        List<Object> now =
                switch (card) {
                    case SheetCard.Ready r ->
                            List.of("ready", r.warnings(), r.preview(), r.checks(), r.undo(), r.undoable());
                    case SheetCard.Running r -> List.of("running", r.words(), r.meaning(), r.mark());
                    case SheetCard.Preparing p -> List.of(p);
                    case SheetCard.Refused r -> List.of(r);
                };
        if (!now.equals(shown)) {
            shown = now;
            getChildren().setAll(
                    switch (card) {
                        case SheetCard.Preparing ignored -> preparing();
                        case SheetCard.Refused r -> refused(r);
                        case SheetCard.Ready r -> ready(r);
                        case SheetCard.Running r -> running(r);
                    });
        }
        switch (card) {
            case SheetCard.Ready r -> steps.show(r.steps());
            case SheetCard.Running r -> steps.show(r.steps());
            default -> {}
        }
    }

    private static List<Node> preparing() {
        ProgressIndicator spinner = new ProgressIndicator();
        spinner.setPrefSize(18, 18);
        spinner.setAccessibleText("Preparing");
        HBox line = new HBox(10, spinner, Texts.plain("Reading what is true now, and working out the exact requests…"));
        line.setAlignment(Pos.CENTER_LEFT);
        return List.of(line);
    }

    private static List<Node> refused(SheetCard.Refused card) {
        ProblemLine why = new ProblemLine("plan-refused");
        why.show(card.reason(), Mark.BAD);
        return List.of(why, Texts.wrapped(card.advice()), Texts.sub("Nothing was sent."));
    }

    private List<Node> ready(SheetCard.Ready card) {
        List<Node> parts = new ArrayList<>();
        for (int i = 0; i < card.warnings().size(); i++) {
            ProblemLine warning = new ProblemLine("plan-warning-" + i);
            warning.show(card.warnings().get(i), Mark.WARNING);
            parts.add(warning);
        }
        if (!card.preview().isEmpty()) {
            parts.add(Texts.section("What changes"));
            VBox lines = new VBox(2);
            lines.getStyleClass().add("sb-code");
            card.preview().forEach(line -> lines.getChildren().add(Texts.wrapped(line, "sb-mono")));
            parts.add(lines);
        }
        parts.add(Texts.section("What will be sent, exactly"));
        parts.add(steps);
        if (!card.checks().isEmpty()) {
            parts.add(Texts.section("Read again before the first request"));
            card.checks().forEach(check -> parts.add(line(Feather.EYE, Tone.IDLE, check)));
        }
        parts.add(Texts.section("Way back"));
        parts.add(
                card.undoable()
                        ? line(Feather.CORNER_UP_LEFT, Tone.OK, card.undo())
                        : line(Feather.SLASH, Tone.WARN, card.undo()));
        return parts;
    }

    private List<Node> running(SheetCard.Running card) {
        VBox outcome = new VBox(2, Texts.wrapped(card.words(), "sb-strong"), Texts.wrapped(card.meaning(), "sb-muted"));
        StatusIcon icon = new StatusIcon(card.mark());
        HBox line = new HBox(10, icon, outcome);
        line.setId("plan-outcome");
        line.getStyleClass().addAll("sb-outcome", card.mark().tone().style());
        return List.of(line, Texts.section("Steps"), steps);
    }

    private static Node line(Feather shape, Tone tone, String words) {
        FontIcon icon = new FontIcon(shape);
        icon.getStyleClass().add(tone.style());
        HBox line = new HBox(8, icon, Texts.wrapped(words, "sb-muted"));
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }
}
