package dev.signalbox.ui.widget;

import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.text.SafeText;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A code that somebody types in a browser to sign in, and the way there.
public final class BrowserCode extends VBox {

    private static final int LONGEST_PAGE = 200;

    private final FlowPane buttons = new FlowPane(8, 4);
    private final Button open;

    /// @param id with what the ids of its parts begin
    /// @param browser opens a page
    public BrowserCode(String id, DeviceCode code, Consumer<URI> browser) {
        super(8);
        Label large = new Label(code.userCode());
        large.setId(id + "-code");
        large.getStyleClass().add("sb-browser-code");
        large.setAccessibleText("The code is " + String.join(" ", code.userCode().split("")));
        URI page = Objects.requireNonNullElse(code.filled(), code.page());
        open = Buttons.of(id + "-open", Feather.EXTERNAL_LINK, "Open the page", () -> browser.accept(page));
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getChildren().setAll(
                open, Buttons.of(id + "-copy", Feather.COPY, "Copy the code", () -> copy(code.userCode())));
        getChildren().setAll(List.of(
                Texts.wrapped("Type this code on " + SafeText.line(code.page().toString(), LONGEST_PAGE)
                        + " and say yes there. This page goes on by itself.", "sb-muted"),
                large, buttons));
    }

    /// Adds a button beside the others.
    public void beside(Node button) {
        buttons.getChildren().add(button);
    }

    /// Takes the keyboard to the way to the browser.
    public void focus() {
        open.requestFocus();
    }

    private static void copy(String code) {
        ClipboardContent content = new ClipboardContent();
        content.putString(code);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
