package dev.signalbox.ui.accounts;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Pill;
import dev.signalbox.ui.widget.ProblemLine;
import java.util.Optional;
import javafx.scene.layout.VBox;

/// How a connection stands, and what is wrong with it, for as long as it is in sight.
final class StandingLine extends VBox {

    private final Pill pill = new Pill();
    private final ProblemLine problem;
    private Optional<Connection> shown = Optional.empty();
    private Runnable stop = () -> {};

    StandingLine(ConnectionDesk desk, ConnectionId connection, String id) {
        super(4);
        problem = new ProblemLine(id + "-problem");
        getChildren().addAll(pill, problem);
        show(desk.standing(connection));
        sceneProperty().subscribe(scene -> {
            stop.run();
            stop = () -> {};
            if (scene != null) {
                show(desk.standing(connection));
                stop = desk.watch(connection, this::follow);
            }
        });
    }

    /// What somebody was told of an attempt stays until the connection stands otherwise.
    private void follow(Optional<Connection> now) {
        boolean isSame = ConnectionWords.lamp(now).equals(ConnectionWords.lamp(shown))
                && ConnectionWords.problem(now).equals(ConnectionWords.problem(shown));
        if (!isSame) {
            show(now);
        }
    }

    private void show(Optional<Connection> now) {
        shown = now;
        pill.show(ConnectionWords.lamp(now), ConnectionWords.mark(now));
        fail(ConnectionWords.problem(now));
    }

    /// Shows what went wrong; empty for nothing.
    void fail(String sentence) {
        problem.show(sentence, Mark.WARNING);
    }
}
