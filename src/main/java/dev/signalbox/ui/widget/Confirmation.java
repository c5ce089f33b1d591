package dev.signalbox.ui.widget;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// A question where it arose, with a button named by the action and one to leave everything as it is. Takes no room while
/// nothing is asked.
public final class Confirmation extends VBox {

    private final String id;
    private final Label question = Texts.wrapped("");
    private final FlowPane buttons = new FlowPane(8, 4);

    public Confirmation(String id) {
        super(6);
        this.id = id;
        setId(id);
        getStyleClass().add("sb-confirmation");
        getChildren().addAll(question, buttons);
        hide();
    }

    /// Asks. The keyboard goes to the button that changes nothing.
    ///
    /// @param action what the button that does it is called
    /// @param back where the keyboard goes when nothing is to be done
    public void ask(String words, String action, boolean dangerous, Runnable yes, Runnable back) {
        question.setText(words);
        Button go = Buttons.of(id + "-go", action, () -> {
            hide();
            yes.run();
        }, dangerous ? "strong-danger" : "primary");
        Button leave = Buttons.of(id + "-leave", "Leave it", () -> {
            hide();
            back.run();
        });
        go.setAccessibleHelp(words);
        leave.setAccessibleHelp(words);
        buttons.getChildren().setAll(leave, go);
        setVisible(true);
        setManaged(true);
        leave.requestFocus();
    }

    private void hide() {
        setVisible(false);
        setManaged(false);
        buttons.getChildren().clear();
    }
}
