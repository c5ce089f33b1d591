package dev.signalbox.ui.settings.team;

import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Confirmation;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.Texts;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.InstantSource;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What is followed now and how it stands, for as long as it is in sight, and the way to stop.
final class FollowedView extends VBox {

    private final TeamFileDesk desk;
    private final InstantSource clock;
    private final TimeOfDay zone;
    private final Label words = Texts.wrapped("");
    private final ProblemLine problem = new ProblemLine("team-file-standing");
    private final FlowPane ways = new FlowPane(8, 8);
    private final Button begin;
    private Runnable stop = () -> {};

    /// @param edit opens the team file in the editor
    FollowedView(TeamFileDesk desk, TeamFileViewModel model, InstantSource clock, TimeOfDay zone, Runnable edit) {
        super(8);
        this.desk = desk;
        this.clock = clock;
        this.zone = zone;
        words.setId("team-file-words");
        // Reached by Tab, so that it is heard.
        words.setFocusTraversable(true);
        begin = Buttons.of("team-file-begin", Feather.EDIT_3, "Propose this machine's board…", edit, "primary");
        ways.getChildren().add(begin);
        getChildren().addAll(words, problem, ways);
        if (desk.fixed().isEmpty()) {
            desk.followed().ifPresent(followed -> offerToStop(followed, model));
        }
        show(desk.standing());
        sceneProperty().subscribe(scene -> {
            stop.run();
            stop = () -> {};
            if (scene != null) {
                show(desk.standing());
                stop = desk.watch(this::show);
            }
        });
    }

    private void offerToStop(TeamFileDesk.Followed followed, TeamFileViewModel model) {
        Confirmation confirmation = new Confirmation("team-file-confirm");
        Button button = Buttons.of("team-file-stop", "Stop following…", () -> {}, "soft-danger");
        button.setOnAction(press -> confirmation.ask(
                "Stop following the team file? " + followed.parting(), "Stop following", true, model::stop,
                button::requestFocus));
        ways.getChildren().add(button);
        getChildren().add(confirmation);
    }

    private void show(TeamStanding standing) {
        String all = String.join("\n", TeamFileWords.of(desk, standing, zone, clock.instant()));
        Present.when(begin, TeamFileWords.canBegin(desk, standing));
        Present.when(ways, ways.getChildren().stream().anyMatch(Node::isManaged));
        words.setText(all);
        words.setAccessibleText(all);
        problem.show(desk.followed().isEmpty() ? "" : TeamFileWords.problem(standing), Mark.WARNING);
    }
}
