package dev.signalbox.ui.welcome;

import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The first page: what somebody can begin with.
final class WelcomeView extends StackPane {

    private static final double WIDTH = 560;

    private final Button practise;

    WelcomeView(WelcomeViewModel model) {
        setId("welcome");
        ProblemLine problem = new ProblemLine("welcome-problem");
        model.problem().subscribe(words -> problem.show(words, Mark.WARNING));
        practise = Buttons.of("welcome-practise", Feather.LIFE_BUOY, "Practise", model::practise, "primary", "big");
        VBox page = new VBox(
                14, Texts.title("Welcome to Signalbox"),
                Texts.wrapped("See what runs where, approve, promote and roll back: with a plan that is shown before"
                        + " anything is sent.", "sb-muted"),
                problem,
                practise,
                Texts.wrapped("An embedded team on this machine. Needs no account and reaches no real system.", "sb-sub"));
        page.setAlignment(Pos.CENTER_LEFT);
        page.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        getChildren().add(page);
    }

    void takeFocus() {
        practise.requestFocus();
    }
}
