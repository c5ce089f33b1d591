package dev.signalbox.ui.accounts;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Pill;
import dev.signalbox.ui.widget.ProblemLine;
import javafx.scene.layout.VBox;

/// How a connection stands, and what is wrong with it. Read anew whenever it comes into sight.
final class StandingLine extends VBox {

    private final ConnectionDesk desk;
    private final ConnectionId connection;
    private final Pill pill = new Pill();
    private final ProblemLine problem;

    StandingLine(ConnectionDesk desk, ConnectionId connection, String id) {
        super(4);
        this.desk = desk;
        this.connection = connection;
        problem = new ProblemLine(id + "-problem");
        getChildren().addAll(pill, problem);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                look();
            }
        });
        look();
    }

    private void look() {
        var standing = desk.standing(connection);
        pill.show(ConnectionWords.lamp(standing), ConnectionWords.mark(standing));
        fail(ConnectionWords.problem(standing));
    }

    /// Shows what went wrong; empty for nothing.
    void fail(String sentence) {
        problem.show(sentence, Mark.WARNING);
    }
}
