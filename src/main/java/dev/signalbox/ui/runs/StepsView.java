package dev.signalbox.ui.runs;

import dev.signalbox.ui.widget.FoldSection;
import dev.signalbox.ui.widget.StatusIcon;
import dev.signalbox.ui.widget.Texts;
import dev.signalbox.ui.widget.Tone;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Steps of the chosen job with their times.
final class StepsView extends StackPane {

    private final VBox lines = new VBox(1);
    private final FoldSection section;
    private List<JobStepRow> shown = List.of();

    /// @param action stands below the steps
    StepsView(Parent action) {
        HBox foot = new HBox(action);
        foot.getStyleClass().add("run-steps-foot");
        section = new FoldSection("run-steps", "Steps", lines, foot);
        getChildren().add(section);
    }

    void show(String job, List<JobStepRow> steps) {
        section.title(job.isEmpty() ? "Steps" : job + " · steps");
        if (!steps.equals(shown)) {
            shown = steps;
            lines.getChildren().setAll(steps.stream().map(StepsView::line).toList());
        }
    }

    private static HBox line(JobStepRow step) {
        Label name = step.quiet() ? Texts.sub(step.name()) : Texts.plain(step.name());
        name.setMinWidth(0);
        Label took = Texts.sub(step.took());
        took.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, new StatusIcon(step.mark()), name, Texts.gap(), took);
        HBox.setHgrow(name, Priority.SOMETIMES);
        line.getStyleClass().add("run-step");
        if (step.mark().tone() == Tone.BAD) {
            line.getStyleClass().add("bad");
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.setAccessibleText(step.name() + ", " + step.mark().word() + ", " + step.took());
        return line;
    }
}
