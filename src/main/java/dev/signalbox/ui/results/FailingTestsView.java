package dev.signalbox.ui.results;

import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.FoldSection;
import dev.signalbox.ui.widget.StatusIcon;
import dev.signalbox.ui.widget.Texts;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Tests that failed, by name, with how each failure stands beside earlier runs.
public final class FailingTestsView extends StackPane {

    private final ResultsViewModel model;
    private final Consumer<String> findInLog;
    private final FoldSection section = new FoldSection("run-tests", "Tests");
    private final VBox content = new VBox(6);
    private TestsCard shown = TestsCard.NOTHING;

    /// @param findInLog looks for a text in the log beside; given a test's own name
    public FailingTestsView(ResultsViewModel model, Consumer<String> findInLog) {
        this.model = model;
        this.findInLog = findInLog;
        getStylesheets()
                .add(Objects.requireNonNull(FailingTestsView.class.getResource("results.css")).toExternalForm());
        section.content(content);
        section.present(false);
        managedProperty().bind(section.managedProperty());
        getChildren().add(section);
        model.tests().subscribe(this::show);
    }

    private void show(TestsCard card) {
        section.present(card.present());
        section.title(card.heading());
        if (card.equals(shown)) {
            return;
        }
        shown = card;
        content.getChildren().clear();
        if (!card.words().isEmpty()) {
            Label words = Texts.wrapped(card.words(), "sb-sub");
            words.setId("run-tests-words");
            HBox line = new HBox(8, new StatusIcon(card.mark()), words);
            line.getStyleClass().add("result-line");
            content.getChildren().add(line);
        }
        card.rows().forEach(row -> content.getChildren().add(line(row)));
        card.notes().forEach(note -> content.getChildren().add(note(note)));
        if (!card.slowest().isEmpty()) {
            content.getChildren().add(slowest(card.slowest()));
        }
        if (!card.read().isEmpty()) {
            Button read = Buttons.of("run-tests-read", card.read(), model::readReports, "small");
            HBox foot = new HBox(read);
            foot.getStyleClass().add("result-line");
            content.getChildren().add(foot);
        }
    }

    private Node line(TestsCard.Row row) {
        Hyperlink name = new Hyperlink(row.name());
        name.getStyleClass().addAll("test-name", "sb-mono");
        name.setWrapText(true);
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(row.full() + "\nClick to find it in the log"));
        name.setAccessibleText(row.full() + ", failed, " + row.message() + ", " + row.past() + ". Find it in the log");
        name.setOnAction(click -> findInLog.accept(row.inLog()));
        VBox lines = new VBox(1, name);
        if (!row.message().isEmpty()) {
            lines.getChildren().add(Texts.wrapped(row.message(), "sb-sub"));
        }
        lines.getChildren().add(Texts.wrapped(row.past(), "sb-sub"));
        lines.getChildren().add(buttons(row, lines));
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox line = new HBox(8, new StatusIcon(row.mark()), lines);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("result-line");
        return line;
    }

    private static HBox buttons(TestsCard.Row row, VBox lines) {
        Button copy = Buttons.icon("test-copy", Feather.COPY, "Copy name, message and trace", () -> copy(row.copy()),
                "quiet", "small");
        HBox buttons = new HBox(6, copy);
        if (!row.trace().isEmpty()) {
            TextArea trace = new TextArea(row.trace());
            trace.setEditable(false);
            trace.setPrefRowCount(Math.clamp(row.trace().lines().count(), 2, 10));
            trace.getStyleClass().addAll("sb-mono", "test-trace");
            trace.setAccessibleText("Trace of " + row.name());
            Button toggle = Buttons.of("test-trace", "Show trace", () -> {}, "quiet", "small");
            toggle.setOnAction(press -> {
                boolean isOpen = lines.getChildren().remove(trace);
                if (!isOpen) {
                    lines.getChildren().add(trace);
                }
                toggle.setText(isOpen ? "Show trace" : "Hide trace");
            });
            buttons.getChildren().addFirst(toggle);
        }
        return buttons;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Node note(String text) {
        Label label = Texts.wrapped(text, "sb-sub");
        HBox line = new HBox(8, new StatusIcon(dev.signalbox.ui.widget.Mark.WARNING), label);
        line.getStyleClass().addAll("result-line", "result-note");
        return line;
    }

    private static Node slowest(List<TestsCard.Slow> slow) {
        VBox lines = new VBox(1, Texts.sub("Slowest"));
        for (TestsCard.Slow each : slow) {
            Label name = Texts.sub(each.name());
            name.setMinWidth(0);
            name.setTooltip(new Tooltip(each.name()));
            Label took = Texts.sub(each.took());
            took.setMinWidth(USE_PREF_SIZE);
            lines.getChildren().add(new HBox(8, name, Texts.gap(), took));
        }
        lines.setId("run-tests-slowest");
        lines.getStyleClass().add("result-line");
        return lines;
    }
}
