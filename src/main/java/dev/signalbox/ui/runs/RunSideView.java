package dev.signalbox.ui.runs;

import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The column beside the log: parts of what is to be said about the run, one below the other. It scrolls when they
/// are taller than the window.
final class RunSideView extends VBox {

    private static final double WIDTH = 290;

    /// @param parts each folds or hides itself
    RunSideView(List<? extends Region> parts) {
        setId("run-side");
        getStyleClass().add("sb-card");
        VBox column = new VBox(14);
        column.getStyleClass().add("run-side-column");
        column.getChildren().addAll(parts);
        ScrollPane scroll = new ScrollPane(column);
        scroll.setId("run-side-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        setMinWidth(230);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
    }
}
