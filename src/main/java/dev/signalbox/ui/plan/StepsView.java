package dev.signalbox.ui.plan;

import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Lamp;
import dev.signalbox.ui.widget.Texts;
import dev.signalbox.ui.widget.Tone;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The steps of a plan or an action, with the exact requests.
public final class StepsView extends VBox {

    private static final int LINES_AT_ONCE = 12;

    private final String id;
    private final Set<Integer> opened = new HashSet<>();
    private List<StepRow> rows = List.of();

    /// @param id prefix of the ids of its nodes
    public StepsView(String id) {
        this.id = id;
        setId(id);
        setSpacing(8);
    }

    /// Shows the steps; nothing is rebuilt when they are the same.
    public void show(List<StepRow> steps) {
        if (!steps.equals(rows)) {
            if (steps.size() != rows.size()) {
                opened.clear();
            }
            rows = steps;
            rebuild();
        }
    }

    private void rebuild() {
        getChildren().setAll(rows.stream().map(this::step).toList());
    }

    private Region step(StepRow row) {
        Lamp lamp = Lamp.small();
        if (row.fate().isEmpty()) {
            lamp.show(row.number(), Tone.RUN, "Step " + row.number());
        } else {
            lamp.show(row.mark(), "Step " + row.number() + ": " + row.fate());
        }
        Label title = Texts.wrapped(row.title(), "sb-strong");
        HBox.setHgrow(title, Priority.ALWAYS);
        Button copy = Buttons.icon(
                id + "-copy-" + row.number(), Feather.COPY, "Copy as " + tool(row) + " command",
                () -> copy(row.command()),
                "quiet", "small");
        HBox head = new HBox(8, lamp, title, Texts.gap(), copy);
        head.setAlignment(Pos.CENTER_LEFT);

        VBox box = new VBox(4, head, request(row.request()));
        if (!row.body().isEmpty()) {
            box.getChildren().add(body(row));
        }
        if (!row.fate().isEmpty()) {
            box.getChildren().add(Texts.wrapped(row.fate(), "sb-muted"));
        }
        if (!row.verified().isEmpty()) {
            box.getChildren().add(Texts.wrapped("Verified by reading: " + row.verified(), "sb-sub"));
        } else if (row.courtesy()) {
            box.getChildren().add(Texts.wrapped("A courtesy: the action succeeds without it", "sb-sub"));
        }
        box.getStyleClass().addAll("sb-row", "sb-step");
        return box;
    }

    /// A long path goes on in the next line between its parts, not inside a word as a label alone would break it.
    private static Region request(String request) {
        FlowPane parts = new FlowPane();
        parts.getStyleClass().add("sb-request");
        for (String part : request.split("(?<= )|(?=[/?&])", -1)) {
            Label label = Texts.wrapped(part, "sb-mono", "sb-link");
            label.maxWidthProperty().bind(parts.widthProperty());
            parts.getChildren().add(label);
        }
        parts.setAccessibleText(request);
        return parts;
    }

    private Region body(StepRow row) {
        List<String> lines = row.body().lines().toList();
        boolean whole = lines.size() <= LINES_AT_ONCE || opened.contains(row.number());
        String text = whole ? row.body() : String.join("\n", lines.subList(0, LINES_AT_ONCE));
        Label body = Texts.wrapped(text, "sb-mono", "sb-muted");
        VBox box = new VBox(2, body);
        box.getStyleClass().add("sb-code");
        if (!whole) {
            box.getChildren().add(Buttons.of(
                    id + "-all-" + row.number(), "Show all " + lines.size() + " lines",
                    () -> {
                        opened.add(row.number());
                        rebuild();
                    },
                    "quiet", "small"));
        }
        return box;
    }

    /// What a command is run with. One for kubectl may begin with what it is given: files or a body.
    static String tool(StepRow row) {
        String first = row.command().split("\\s", 2)[0];
        if (first.equals("printf") || first.startsWith("KUBECONFIG=")) {
            return "kubectl";
        }
        return first.equals("kubectl") || first.equals("git") ? first : "curl";
    }

    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
