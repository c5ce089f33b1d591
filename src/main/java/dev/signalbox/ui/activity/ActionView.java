package dev.signalbox.ui.activity;

import dev.signalbox.ui.plan.OpenedRequest;
import dev.signalbox.ui.plan.StepsView;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Pill;
import dev.signalbox.ui.widget.StatusIcon;
import dev.signalbox.ui.widget.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One action in full: outcome, steps with their requests, and what can still be done about it.
final class ActionView extends VBox {

    private final Label title = Texts.wrapped("", "sb-heading");
    private final Label subject = Texts.sub("");
    private final Pill phase = new Pill();
    private final StatusIcon icon = new StatusIcon(Mark.QUEUED);
    private final Label words = Texts.wrapped("", "sb-strong");
    private final Label meaning = Texts.wrapped("", "sb-muted");
    private final HBox outcome;
    private final GridPane facts = new GridPane();
    private final StepsView steps = new StepsView("action-steps");
    private final Label undoWords = Texts.wrapped("", "sb-sub");
    private final Button undo;
    private final Button request;
    private final VBox unsettled;
    private @Nullable ActivityCard shown;

    ActionView(ActivityViewModel model) {
        setId("action");
        getStyleClass().addAll("sb-side", "right", "action-side");
        VBox said = new VBox(2, words, meaning);
        outcome = new HBox(10, icon, said);
        outcome.setId("action-outcome");
        facts.setHgap(12);
        facts.setVgap(4);
        undo = Buttons.of("action-undo", Feather.CORNER_UP_LEFT, "Undo…", model::undo);
        request = Buttons.of("action-request", Feather.EXTERNAL_LINK, "Open the request", model::openRequest);
        unsettled = layOutUnsettled(model);
        HBox head = new HBox(8, title, Texts.gap(), phase);
        head.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(title, Priority.SOMETIMES);
        VBox body = new VBox(12, outcome, unsettled, facts, request, Texts.section("Steps"), steps,
                Texts.section("Way back"),
                undoWords, undo);
        ScrollPane scroll = new ScrollPane(body);
        scroll.setId("action-scroll");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("The action in full");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(new VBox(2, head, subject), scroll);
    }

    void show(ActivityCard card) {
        if (card.equals(shown)) {
            return;
        }
        shown = card;
        title.setText(card.title());
        subject.setText(card.subject());
        phase.show(card.phase(), card.mark());
        icon.set(card.mark(), card.phase());
        words.setText(card.words());
        meaning.setText(card.meaning());
        outcome.getStyleClass().setAll("sb-outcome", card.mark().tone().style());
        facts.getChildren().clear();
        for (int i = 0; i < card.facts().size(); i++) {
            Label value = Texts.wrapped(card.facts().get(i).value());
            Label name = Texts.sub(card.facts().get(i).name());
            name.setMinWidth(USE_PREF_SIZE);
            facts.addRow(i, name, value);
        }
        steps.show(card.steps());
        undoWords.setText(card.undo());
        OpenedRequest opened = card.request();
        request.setText(opened == null ? "" : opened.press());
        request.setAccessibleText(request.getText());
        there(request, opened != null && opened.page() != null);
        there(undo, card.undoable());
        there(unsettled, card.unsettled());
    }

    private static void there(Region part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }

    private static VBox layOutUnsettled(ActivityViewModel model) {
        Button check = Buttons.of("action-check", Feather.REFRESH_CW, "Check again", model::checkAgain, "primary");
        TextField note = new TextField();
        note.setId("action-note");
        note.setPromptText("What you found out");
        note.setAccessibleText("What you found out, kept in the journal");
        note.textProperty().bindBidirectional(model.noteProperty());
        HBox.setHgrow(note, Priority.ALWAYS);
        Button close = Buttons.of("action-close", "Close unsettled", model::close);
        close.disableProperty().bind(model.noteProperty().map(String::isBlank));
        HBox row = new HBox(8, note, close);
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, new HBox(check), row);
    }
}
