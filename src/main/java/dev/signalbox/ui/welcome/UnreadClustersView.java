package dev.signalbox.ui.welcome;

import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.ProblemLine;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Which clusters are not in the proposal, why, and what may be done about each. Takes no room when all were read.
final class UnreadClustersView extends VBox {

    private static final int LONGEST = 300;

    private final ProposalViewModel model;
    private final Runnable focusElsewhere;

    /// @param focusElsewhere puts the keyboard somewhere else once the button that had it is gone
    UnreadClustersView(ProposalViewModel model, Runnable focusElsewhere) {
        super(6);
        this.model = model;
        this.focusElsewhere = focusElsewhere;
        setId("proposal-unread");
        setMinHeight(USE_PREF_SIZE);
        model.unread().subscribe(this::show);
    }

    private void show(List<SetupDesk.UnreadCluster> clusters) {
        boolean focused = getScene() != null && has(getScene().getFocusOwner());
        getChildren().setAll(clusters.stream().map(this::row).toList());
        setManaged(!clusters.isEmpty());
        setVisible(!clusters.isEmpty());
        if (focused) {
            focusElsewhere.run();
        }
    }

    private boolean has(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(this)) {
                return true;
            }
        }
        return false;
    }

    private HBox row(SetupDesk.UnreadCluster cluster) {
        String name = SafeText.line(cluster.cluster().id().name(), 60);
        String id = "proposal-unread-" + name;
        ProblemLine problem = new ProblemLine(id);
        problem.show(
                "Nothing of " + name + " is proposed. " + SafeText.line(cluster.why(), LONGEST)
                        + " It will be connected all the same, unless you leave it out.",
                Mark.WARNING);
        HBox.setHgrow(problem, Priority.ALWAYS);
        Button again = Buttons.of(id + "-again", "Try again", model::again);
        again.setAccessibleText("Read " + name + " again");
        Button out = Buttons.of(id + "-out", "Leave out", () -> model.leaveOut(cluster));
        out.setAccessibleText("Do not connect " + name);
        HBox row = new HBox(8, problem, again, out);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
