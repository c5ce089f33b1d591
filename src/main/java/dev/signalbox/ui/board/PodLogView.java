package dev.signalbox.ui.board;

import dev.signalbox.ui.logs.LogView;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Layer;
import dev.signalbox.ui.widget.Texts;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The log of a pod, or of all pods of a workload, over the window.
final class PodLogView implements Layer {

    private static final double WIDTH = 1_180;
    private static final double HEIGHT = 640;

    private final PodLogViewModel model;
    private final VBox node = new VBox(10);
    private final LogView log;

    PodLogView(PodLogViewModel model) {
        this.model = model;
        log = new LogView(model.log());
        node.setId("pod-log");
        node.getStyleClass().addAll("sb-card", "sb-sheet");
        node.getStylesheets().add(Objects.requireNonNull(PodLogView.class.getResource("board.css")).toExternalForm());
        node.setPrefSize(WIDTH, HEIGHT);
        node.setMaxWidth(WIDTH);
        Label title = Texts.heading("");
        title.textProperty().bind(model.title());
        title.setMinWidth(0);
        Button every = Buttons.of("pod-log-every", Feather.LAYERS, "All pods", model::toggleEveryPod, "small");
        model.everyPod().subscribe(is -> name(every, is ? "One pod" : "All pods"));
        Button previous = Buttons.of(
                "pod-log-previous", Feather.ROTATE_CCW, "Before the last restart", model::togglePrevious, "small");
        model.previous().subscribe(is -> name(previous, is ? "Running container" : "Before the last restart"));
        HBox head = new HBox(
                8, title, Texts.gap(), every, previous,
                Buttons.icon("pod-log-close", Feather.X, "Close (Esc)", model::dismiss, "quiet", "small"));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(log, Priority.ALWAYS);
        node.getChildren().addAll(head, log);
    }

    private static void name(Button button, String words) {
        button.setText(words);
        button.setAccessibleText(words);
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public ObservableValue<Boolean> open() {
        return model.openProperty();
    }

    @Override
    public void dismiss() {
        model.dismiss();
    }

    @Override
    public void takeFocus() {
        log.takeFocus();
    }
}
