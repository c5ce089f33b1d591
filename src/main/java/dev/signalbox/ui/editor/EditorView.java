package dev.signalbox.ui.editor;

import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Pill;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.Texts;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The text on the left, what was found in it on the right, and below what becomes of it.
final class EditorView extends VBox {

    private static final double WIDTH = 1240;
    private static final double HEIGHT = 860;
    private static final double FINDINGS = 380;

    private final EditorViewModel model;
    private final Label heading = Texts.title("");
    private final Label where = Texts.sub("");
    private final Pill pill = new Pill();
    private final ProblemLine notice = new ProblemLine("editor-notice");
    private final NumberedText text = new NumberedText("editor-text", "The text of the file");
    private final FindingsView findings = new FindingsView(text::goTo);
    private final TextField title = new TextField();
    private final TextArea description = new TextArea();
    private final VBox words;
    private final Label hint = Texts.wrapped("", "sb-sub");
    private final Button press;
    private final Button request;
    private final Button close;

    EditorView(EditorViewModel model) {
        this.model = model;
        press = Buttons.of("editor-press", "Propose change…", model::press, "primary");
        request = Buttons.of("editor-request", Feather.EXTERNAL_LINK, "Open the request", model::openRequest, "quiet");
        close = Buttons.of("editor-close", "Close", model::dismiss);
        words = layOutWords();
        layOut();
        text.area().textProperty().bindBidirectional(model.textProperty());
        title.textProperty().bindBidirectional(model.titleProperty());
        description.textProperty().bindBidirectional(model.descriptionProperty());
        model.cardProperty().subscribe(this::show);
        model.requestProperty().subscribe(this::show);
    }

    private void layOut() {
        setId("editor");
        setAccessibleRole(AccessibleRole.DIALOG);
        getStyleClass().add("sb-sheet");
        setPrefSize(WIDTH, HEIGHT);
        HBox top = new HBox(10, heading, Texts.gap(), pill);
        top.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(2, top, where);
        head.getStyleClass().add("sb-sheet-head");
        ScrollPane right = new ScrollPane(findings);
        right.setId("editor-findings");
        right.setFitToWidth(true);
        right.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        right.setAccessibleText("What was found in the text");
        right.setMinWidth(FINDINGS);
        right.setMaxWidth(FINDINGS);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox middle = new HBox(12, text, right);
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox body = new VBox(10, notice, middle, words);
        body.getStyleClass().add("sb-sheet-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        Button anew = Buttons.of(
                "editor-anew", Feather.ROTATE_CCW, "Begin anew", model::beginAnew, "quiet");
        anew.setAccessibleHelp("Reads the file again and forgets what was typed");
        Button compare = Buttons.of(
                "editor-compare", Feather.REFRESH_CW, "Compare with the newest", model::compareAnew, "quiet");
        compare.setAccessibleHelp("Reads the file again and keeps what was typed");
        HBox buttons = new HBox(8, anew, compare, Texts.gap(), request, close, press);
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox foot = new VBox(10, hint, buttons);
        foot.getStyleClass().add("sb-sheet-foot");
        getChildren().addAll(head, body, foot);
    }

    private VBox layOutWords() {
        title.setId("editor-title");
        title.setAccessibleText("Title: what the change does, in one line");
        title.setPromptText("What the change does, in one line");
        description.setId("editor-description");
        description.setAccessibleText("Description");
        description.setPromptText("Why, and what others should look at");
        description.setPrefRowCount(2);
        description.setWrapText(true);
        return new VBox(6, title, description);
    }

    void takeFocus() {
        text.area().requestFocus();
    }

    private void show(EditorCard card) {
        heading.setText(card.heading());
        setAccessibleText(card.heading());
        where.setText(card.where());
        pill.show(card.pill(), card.mark());
        notice.show(card.notice(), Mark.WARNING);
        findings.show(card);
        hint.setText(card.hint());
        there(words, card.titled());
        there(press, !card.press().isEmpty());
        press.setText(card.press());
        press.setAccessibleText(card.press());
        press.setAccessibleHelp(card.hint());
        press.setDisable(!card.pressable());
    }

    private void show(@Nullable RequestLink link) {
        there(request, link != null);
        if (link != null) {
            request.setText(link.words());
            request.setAccessibleText(link.words());
        }
    }

    private static void there(Region part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }
}
