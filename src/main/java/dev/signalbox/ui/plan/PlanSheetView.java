package dev.signalbox.ui.plan;

import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Layer;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Pill;
import dev.signalbox.ui.widget.Texts;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The confirmation sheet over the window.
public final class PlanSheetView extends VBox implements Layer {

    private final PlanSheetViewModel model;
    private final Label title = Texts.wrapped("", "sb-title");
    private final Label subject = Texts.sub("");
    private final Pill pill = new Pill();
    private final SheetBody body = new SheetBody();
    private final Label hint = Texts.wrapped("", "sb-sub");
    private final TextField name = new TextField();
    private final Label namePrompt = Texts.sub("");
    private final Button confirm;
    private final Button cancel;
    private final Button again;
    private final Button copy;
    private final Button undo;
    private final Button request;

    public PlanSheetView(PlanSheetViewModel model) {
        this.model = model;
        setId("plan-sheet");
        setAccessibleRole(AccessibleRole.DIALOG);
        getStyleClass().add("sb-sheet");
        confirm = Buttons.of("plan-confirm", "Confirm", model::confirm, "primary");
        cancel = Buttons.of("plan-cancel", "Cancel", model::dismiss);
        again = Buttons.of("plan-again", Feather.REFRESH_CW, "Prepare again", this::goOn);
        copy = Buttons.of("plan-copy", Feather.COPY, "Copy commands", this::copyCommands, "quiet");
        undo = Buttons.of("plan-undo", Feather.CORNER_UP_LEFT, "Undo…", model::undo);
        request = Buttons.of("plan-request", Feather.EXTERNAL_LINK, "Open the request", model::openRequest, "quiet");
        confirm.setDefaultButton(false);
        confirm.disableProperty().bind(model.confirmable().not());
        layOut();
        show(null, model.cardProperty().get());
        model.cardProperty().addListener((property, before, now) -> show(before, now));
    }

    private void layOut() {
        HBox heading = new HBox(10, title, Texts.gap(), pill);
        heading.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(2, heading, subject);
        head.getStyleClass().add("sb-sheet-head");

        ScrollPane scroll = new ScrollPane(body);
        scroll.setId("plan-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText("What will be done");
        VBox.setVgrow(scroll, Priority.ALWAYS);

        name.setId("plan-name");
        name.setAccessibleText("Type the name to confirm");
        name.textProperty().bindBidirectional(model.typedProperty());
        name.setOnAction(e -> model.confirm());
        namePrompt.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox guard = new HBox(10, namePrompt, name);
        guard.setAlignment(Pos.CENTER_LEFT);
        guard.managedProperty().bind(name.managedProperty());
        HBox buttons = new HBox(8, copy, request, Texts.gap(), again, undo, cancel, confirm);
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox foot = new VBox(10, hint, guard, buttons);
        foot.getStyleClass().add("sb-sheet-foot");
        getChildren().addAll(head, scroll, foot);
        setPrefWidth(800);
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public ObservableValue<Boolean> open() {
        return model.openProperty();
    }

    @Override
    public void dismiss() {
        model.dismiss();
    }

    @Override
    public void takeFocus() {
        if (name.isManaged()) {
            name.requestFocus();
        } else if (!confirm.isDisabled() && confirm.isManaged()) {
            confirm.requestFocus();
        } else {
            cancel.requestFocus();
        }
    }

    private void show(@Nullable SheetCard before, @Nullable SheetCard card) {
        if (card == null) {
            return;
        }
        boolean another = before == null || before.getClass() != card.getClass();
        title.setText(card.title());
        setAccessibleText(card.title());
        body.show(card);
        switch (card) {
            case SheetCard.Preparing ignored -> buttons("Cancel", false, false, false);
            case SheetCard.Refused ignored -> {
                pill.show("not possible", Mark.STOPPED);
                buttons("Close", false, true, false);
            }
            case SheetCard.Ready ready -> ready(ready);
            case SheetCard.Running running -> running(running);
        }
        subject.setText(
                switch (card) {
                    case SheetCard.Ready r -> r.subject();
                    case SheetCard.Running r -> r.subject();
                    default -> "";
                });
        pill.getStyleClass().remove("sb-production");
        if (card instanceof SheetCard.Ready ready && ready.dangerous()) {
            pill.getStyleClass().add("sb-production");
        }
        there(subject, !subject.getText().isEmpty());
        there(pill, !(card instanceof SheetCard.Preparing));
        if (another && getScene() != null && isVisible()) {
            takeFocus();
        }
    }

    private void ready(SheetCard.Ready card) {
        pill.show(card.dangerous() ? "production" : "to be confirmed", card.dangerous() ? Mark.WARNING : Mark.QUEUED);
        buttons("Cancel", true, card.expired(), !card.steps().isEmpty());
        name(confirm, card.press());
        confirm.getStyleClass().removeAll("primary", "strong-danger");
        confirm.getStyleClass().add(card.dangerous() ? "strong-danger" : "primary");
        boolean guarded = !card.typed().isEmpty() && !card.expired();
        there(name, guarded);
        there(namePrompt, guarded);
        namePrompt.setText("Type “" + card.typed() + "” to confirm");
        name.setAccessibleText("Type " + card.typed() + " to confirm");
        String tool = card.steps().isEmpty() ? "text" : StepsView.tool(card.steps().getFirst());
        copy.setText("Copy as " + tool);
        copy.setAccessibleText("Copy all requests as " + tool + " commands");
        hint.setText(card.expiry() + ". Everything is read again first; if anything moved, nothing is sent.");
    }

    private void running(SheetCard.Running card) {
        pill.show(card.phase(), card.mark());
        buttons(card.ended() ? "Close" : "Hide", false, card.unsettled(), false);
        name(again, "Check again");
        there(undo, card.undo() != null);
        OpenedRequest opened = card.request();
        there(request, opened != null && opened.page() != null);
        name(request, opened == null ? "" : opened.press());
        undo.setAccessibleHelp(Objects.requireNonNullElse(card.undo(), ""));
        hint.setText(card.ended()
                ? card.time()
                : card.time() + ". It goes on when this sheet is hidden; the Activity screen shows it.");
    }

    private void buttons(String close, boolean confirmable, boolean repeatable, boolean copyable) {
        name(cancel, close);
        there(confirm, confirmable);
        there(again, repeatable);
        name(again, "Prepare again");
        there(copy, copyable);
        there(undo, false);
        there(request, false);
        there(name, false);
        there(namePrompt, false);
        hint.setText("");
    }

    private void goOn() {
        if (model.cardProperty().get() instanceof SheetCard.Running) {
            model.checkAgain();
        } else {
            model.prepareAgain();
        }
    }

    private void copyCommands() {
        if (model.cardProperty().get() instanceof SheetCard.Ready ready) {
            StepsView.copy(String.join("\n", SheetRows.commands(ready.steps())));
        }
    }

    private static void name(Button button, String words) {
        button.setText(words);
        button.setAccessibleText(words);
    }

    private static void there(Region node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
