package dev.signalbox.ui.welcome;

import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.Texts;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The first page: what somebody can begin with.
final class WelcomeView extends StackPane {

    private static final double WIDTH = 720;

    private final Button connect;

    /// @param begin leads to the first step
    WelcomeView(WelcomeViewModel model, Runnable begin) {
        this(model, "Connect", "GitHub or GitLab and your clusters, step by step. Nothing is kept before the last step,"
                + " and nothing is changed outside.",
                Buttons.of("welcome-connect", Feather.LINK, "Connect", begin, "primary", "big"));
    }

    /// For somebody whose own file cannot be used.
    ///
    /// @param again reads it again
    static WelcomeView mending(WelcomeViewModel model, Path file, Runnable again) {
        return new WelcomeView(
                model, "Mend your configuration",
                "The console was started with " + SafeText.line(file.toString(), 300) + ". That file is yours, so it is"
                        + " changed by you only. Mend it, then have it read again.",
                Buttons.of("welcome-again", Feather.REFRESH_CW, "Read it again", again, "primary", "big"));
    }

    private WelcomeView(WelcomeViewModel model, String title, String words, Button first) {
        setId("welcome");
        ProblemLine problem = new ProblemLine("welcome-problem");
        model.problem().subscribe(wrong -> problem.show(wrong, Mark.WARNING));
        connect = first;
        Button practise = Buttons.of("welcome-practise", Feather.LIFE_BUOY, "Practise", model::practise, "big");
        HBox choices = new HBox(
                16,
                choice(title, words, first),
                choice("Practise", "An embedded team on this machine. Needs no account and reaches no real system."
                        + " You can come and go as you like.", practise));
        VBox page = new VBox(
                16, Texts.title("Welcome to Signalbox"),
                Texts.wrapped("See what runs where, approve, promote and roll back: with a plan that is shown before"
                        + " anything is sent.", "sb-muted"),
                problem, choices);
        page.setAlignment(Pos.CENTER_LEFT);
        page.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        getChildren().add(page);
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && key.getTarget() instanceof Button button) {
                button.fire();
                key.consume();
            }
        });
    }

    private static VBox choice(String title, String words, Button button) {
        VBox choice = new VBox(Texts.heading(title), Texts.wrapped(words, "sb-muted"), stretch(), button);
        choice.getStyleClass().add("welcome-choice");
        choice.setPrefWidth(WIDTH / 2);
        HBox.setHgrow(choice, Priority.ALWAYS);
        button.setAccessibleHelp(words);
        return choice;
    }

    private static Region stretch() {
        Region stretch = new Region();
        VBox.setVgrow(stretch, Priority.ALWAYS);
        return stretch;
    }

    void takeFocus() {
        connect.requestFocus();
    }
}
