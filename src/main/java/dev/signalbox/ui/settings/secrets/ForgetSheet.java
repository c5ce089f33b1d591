package dev.signalbox.ui.settings.secrets;

import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Layer;
import dev.signalbox.ui.widget.Sheet;
import dev.signalbox.ui.widget.Texts;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Says what goes and what stays before everything is forgotten, and asks for the words to be typed.
public final class ForgetSheet implements Layer {

    /// What has to be typed.
    static final String WORDS = "forget everything";

    private static final int LONGEST = 300;

    private final Farewell farewell;
    private final Executor workers;
    private final Executor screen;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final Sheet node = new Sheet("forget-sheet", "Forget everything", 760);
    private final VBox body = new VBox(6);
    private final TextField typed = new TextField();
    private final Button close;
    private final Button forget;

    /// @param workers may be kept waiting
    /// @param screen runs on the screen's thread
    public ForgetSheet(Farewell farewell, Executor workers, Executor screen) {
        this.farewell = farewell;
        this.workers = workers;
        this.screen = screen;
        close = Buttons.of("forget-close", "Keep everything", this::dismiss);
        forget = Buttons.of("forget-go", "Forget everything", this::forget, "strong-danger");
        layOut();
    }

    private void layOut() {
        body.getStyleClass().add("sb-sheet-body");
        typed.setId("forget-typed");
        typed.setAccessibleText("Type " + WORDS);
        typed.textProperty().addListener((property, before, now) -> judge());
        HBox.setHgrow(typed, Priority.ALWAYS);
        Label prompt = Texts.sub("Type “" + WORDS + "”");
        prompt.setMinWidth(Region.USE_PREF_SIZE);
        HBox guard = new HBox(10, prompt, typed);
        guard.setAlignment(Pos.CENTER_LEFT);
        node.heading(Texts.title("Forget everything"))
                .scrolled("forget-scroll", "What goes and what stays", body)
                .foot(guard, Sheet.buttons(Texts.gap(), close, forget));
        judge();
    }

    /// Looks at the disk and shows the sheet.
    public void show() {
        typed.clear();
        body.getChildren().setAll(Texts.sub("Looking at what there is…"));
        open.set(true);
        workers.execute(() -> {
            Farewell.Look look = farewell.look();
            screen.execute(() -> show(look));
        });
    }

    private void show(Farewell.Look look) {
        body.getChildren().setAll(
                Texts.wrapped("The console closes, and all of this goes for good. Nobody can bring it back."));
        body.getChildren().add(Texts.section("Goes"));
        body.getChildren().addAll(lines(look.goes()));
        body.getChildren().add(Texts.section("Stays"));
        body.getChildren().addAll(lines(look.stays()));
        judge();
    }

    private static List<Node> lines(List<String> all) {
        return all.stream().map(one -> (Node) Texts.wrapped(SafeText.line(one, LONGEST))).toList();
    }

    private void judge() {
        forget.setDisable(!typed.getText().strip().equalsIgnoreCase(WORDS));
    }

    private void forget() {
        if (!forget.isDisabled()) {
            open.set(false);
            farewell.forget();
        }
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public ObservableValue<Boolean> open() {
        return open;
    }

    @Override
    public void dismiss() {
        open.set(false);
        typed.clear();
    }

    @Override
    public void takeFocus() {
        close.requestFocus();
    }
}
