package dev.signalbox.ui.accounts;

import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.ui.accounts.ConnectionDesk.ClusterLine;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Choice;
import dev.signalbox.ui.widget.Confirmation;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Pill;
import java.util.Arrays;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// One cluster: how it stands, whether it is production and whether anything may be done there, and its removal.
final class ClusterView extends VBox {

    private final ConnectionDesk desk;
    private final ClusterLine cluster;
    private final StandingLine standing;
    private final Confirmation confirmation;

    ClusterView(ConnectionDesk desk, ClusterLine cluster, String id) {
        super(8);
        this.desk = desk;
        this.cluster = cluster;
        String name = ConnectionWords.safe(cluster.id().name());
        standing = new StandingLine(desk, cluster.id(), id);
        confirmation = new Confirmation(id + "-confirm");
        setAccessibleText(name);
        getChildren().add(standing);
        if (desk.fixed().isEmpty()) {
            Button remove = Buttons.of(id + "-remove", "Remove", () -> {}, "soft-danger");
            remove.setAccessibleText("Remove " + name);
            remove.setOnAction(press -> confirmation.ask(
                    "Remove " + name + "? The kubeconfig stays as it is. The console starts again without it.",
                    "Remove " + name, true, () -> desk.remove(cluster.id(), standing::fail), remove::requestFocus));
            getChildren().addAll(marks(id, name), new FlowPane(8, 4, remove), confirmation);
        } else {
            getChildren().add(new Pill(ConnectionWords.mark(cluster.mark()), shape(cluster.mark())));
        }
    }

    private Choice<ClusterMark> marks(String id, String name) {
        Choice<ClusterMark> marks = new Choice<>(
                id + "-mark", name + " is", Arrays.asList(ClusterMark.values()), ConnectionWords::mark);
        marks.choose(cluster.mark());
        marks.chosenProperty().addListener((property, before, now) -> {
            if (now != null && now != cluster.mark()) {
                confirmation.ask(
                        ConnectionWords.mark(now) + ": " + ConnectionWords.change(now), "Change " + name,
                        now == ClusterMark.PRODUCTION_ACTING, () -> desk.mark(cluster.id(), now, sentence -> {
                            marks.choose(cluster.mark());
                            standing.fail(sentence);
                        }), () -> {
                            marks.choose(cluster.mark());
                            marks.requestFocus();
                        });
            }
        });
        return marks;
    }

    private static Mark shape(ClusterMark mark) {
        return switch (mark) {
            case ORDINARY -> Mark.IDLE;
            case PRODUCTION_READ_ONLY -> Mark.STOPPED;
            case PRODUCTION_ACTING -> Mark.WARNING;
        };
    }
}
