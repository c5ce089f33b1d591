package dev.signalbox.ui.welcome;

import dev.signalbox.domain.setup.ExecCommand;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Pill;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One context: where it leads, and what is said of it once it is chosen.
final class ClusterView extends VBox {

    private static final int MOST = 60;
    private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");

    private final CheckBox chosen = new CheckBox();
    private final CheckBox production = new CheckBox("This is production");
    private final CheckBox trusted = new CheckBox("Let this program run for this cluster");
    private final TextField namespaces = new TextField();
    private final FlowPane offered = new FlowPane(6, 6);
    private final Label where = Texts.sub("");
    private final Pill mark = new Pill("production, read-only", Mark.PAUSED);
    private final ProblemLine problem;
    private final VBox details = new VBox(10);
    private final String context;
    private final ClustersViewModel model;
    private boolean filling;

    ClusterView(ClustersViewModel model, String context) {
        super(8);
        this.model = model;
        this.context = context;
        String id = "cluster-" + SafeText.line(context, 60);
        setId(id);
        getStyleClass().add("sb-card");
        chosen.setId(id + "-chosen");
        production.setId(id + "-production");
        trusted.setId(id + "-trusted");
        namespaces.setId(id + "-namespaces");
        namespaces.setPromptText("production, staging");
        problem = new ProblemLine(id + "-problem");
        mark.getStyleClass().add("sb-production");
        HBox head = new HBox(10, chosen, where, Texts.gap(), mark);
        head.setAlignment(Pos.CENTER_LEFT);
        where.setMinWidth(0);
        details.getStyleClass().add("welcome-details");
        getChildren().addAll(head, problem, details);
        chosen.setOnAction(press -> model.choose(context, chosen.isSelected()));
        production.setOnAction(press -> model.mark(context, production.isSelected()));
        trusted.setOnAction(press -> model.trust(context, trusted.isSelected()));
        namespaces.textProperty().addListener((property, before, now) -> {
            if (!filling) {
                model.watch(context, now);
            }
        });
    }

    void show(ClusterDraft draft, List<String> names) {
        String name = draft.name();
        chosen.setText(name);
        chosen.setAccessibleText("Connect " + name);
        chosen.setSelected(draft.chosen());
        chosen.setDisable(!draft.context().isUsable());
        where.setText(draft.context().isUsable()
                ? SafeText.line(draft.context().server(), 100) + " as " + SafeText.line(draft.context().user(), 60)
                : "");
        problem.show(SafeText.line(draft.context().problem(), 300), Mark.WARNING);
        mark.setVisible(draft.chosen() && draft.production());
        pseudoClassStateChanged(PRODUCTION, draft.chosen() && draft.production());
        details.setVisible(draft.chosen());
        details.setManaged(draft.chosen());
        if (!draft.chosen()) {
            details.getChildren().clear();
            return;
        }
        fill(draft);
        if (details.getChildren().isEmpty()) {
            layOut(draft);
        }
        offer(draft, names);
    }

    private void fill(ClusterDraft draft) {
        production.setSelected(draft.production());
        trusted.setSelected(draft.trusted());
        String text = String.join(", ", draft.namespaces());
        boolean typed = namespaces.isFocused();
        if (!typed && !text.equals(namespaces.getText())) {
            filling = true;
            namespaces.setText(text);
            filling = false;
        }
    }

    private void layOut(ClusterDraft draft) {
        ExecCommand command = draft.context().command();
        if (command != null) {
            Label line = Texts.wrapped(command(command), "sb-mono", "sb-code");
            line.setId(getId() + "-command");
            Label from = Texts.wrapped(
                    "For a credential, " + SafeText.line(command.file().toString(), 200) + " wants to run this program"
                            + (command.variables().isEmpty()
                                    ? ""
                                    : ", with the variables " + command.variables().stream()
                                            .map(ClusterView::part).collect(Collectors.joining(", ")))
                            + ". It has not been run.",
                    "sb-muted");
            details.getChildren().addAll(from, line, trusted);
        }
        details.getChildren().addAll(
                Fields.of("Namespaces", "Those that are watched, with commas between them.",
                        namespaces),
                offered, production,
                Texts.wrapped("Production is read-only until you switch actions on in the settings, and wears its own"
                        + " colour everywhere.", "sb-sub"));
    }

    private void offer(ClusterDraft draft, List<String> names) {
        offered.setManaged(!names.isEmpty());
        offered.getChildren().setAll(names.stream().limit(MOST).map(name -> button(draft, name)).toList());
        if (names.size() > MOST) {
            Label more = Texts.sub("… and " + (names.size() - MOST) + " more; type their names");
            more.setId(getId() + "-more");
            offered.getChildren().add(more);
        }
    }

    private ToggleButton button(ClusterDraft draft, String name) {
        ToggleButton button = new ToggleButton(SafeText.line(name, 60));
        button.setId(getId() + "-namespace-" + SafeText.line(name, 60));
        button.getStyleClass().addAll("sb-tab", "welcome-namespace");
        button.setSelected(draft.namespaces().contains(name));
        button.setAccessibleText("Namespace " + button.getText());
        button.setOnAction(press -> {
            model.toggle(context, name);
            focusAgain(button.getId());
        });
        return button;
    }

    /// The buttons are made anew with each change; the keyboard stays where it was.
    private void focusAgain(String id) {
        offered.getChildren().stream().filter(node -> id.equals(node.getId())).findFirst()
                .ifPresent(Node::requestFocus);
    }

    /// Every argument whole, since all of it is agreed to, and on its own, so that blanks in one cannot be taken for the end
    /// of it.
    static String command(ExecCommand command) {
        return command.line().stream().map(ClusterView::part).collect(Collectors.joining(" "));
    }

    /// An own quotation mark is written out, since it would end the argument for who reads it.
    private static String part(String remote) {
        String safe = SafeText.line(remote).replace("“", "‹U+201C›").replace("”", "‹U+201D›");
        return safe.isEmpty() || safe.contains(" ") ? "“" + safe + "”" : safe;
    }
}
