package dev.signalbox.ui.board;

import dev.signalbox.logs.LogLine;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Layer;
import dev.signalbox.ui.widget.Texts;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The end of a pod's log over the window.
final class PodLogView implements Layer {

    private static final double WIDTH = 900;
    private static final double HEIGHT = 560;
    private static final double LINE = 18;

    private final PodLogViewModel model;
    private final VBox node = new VBox(10);
    private final ListView<LogLine> lines = new ListView<>();

    PodLogView(PodLogViewModel model) {
        this.model = model;
        node.setId("pod-log");
        node.getStyleClass().addAll("sb-card", "sb-sheet");
        node.getStylesheets().add(Objects.requireNonNull(PodLogView.class.getResource("board.css")).toExternalForm());
        node.setPrefSize(WIDTH, HEIGHT);
        node.setMaxWidth(WIDTH);
        Label title = Texts.heading("");
        title.textProperty().bind(model.title());
        Label words = Texts.sub("");
        words.textProperty().bind(model.words());
        Button previous = Buttons.of(
                "pod-log-previous", Feather.ROTATE_CCW, "Before the last restart", model::togglePrevious, "small");
        model.previous().subscribe(is -> previous.setText(is ? "Running container" : "Before the last restart"));
        HBox head = new HBox(
                8, title, Texts.gap(), words, previous,
                Buttons.icon("pod-log-close", Feather.X, "Close (Esc)", model::dismiss, "quiet", "small"));
        head.setAlignment(Pos.CENTER_LEFT);
        lines.setId("pod-log-lines");
        lines.setAccessibleText("Log of the pod");
        lines.setFixedCellSize(LINE);
        lines.getStyleClass().add("pod-log-lines");
        lines.setCellFactory(list -> new LineCell());
        VBox.setVgrow(lines, javafx.scene.layout.Priority.ALWAYS);
        node.getChildren().addAll(head, lines);
        model.lines().subscribe(this::replace);
    }

    private void replace(List<LogLine> text) {
        lines.getItems().setAll(text);
        if (!text.isEmpty()) {
            lines.scrollTo(text.size() - 1);
        }
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
        lines.requestFocus();
    }

    /// A line in the tone of its kind; colours of the program itself are not shown here.
    private static final class LineCell extends ListCell<LogLine> {

        LineCell() {
            getStyleClass().add("pod-log-line");
        }

        @Override
        protected void updateItem(@Nullable LogLine line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeAll("sb-bad", "sb-warn");
            if (line == null || empty) {
                setText(null);
                return;
            }
            setText((line.time() == null ? "" : line.time() + "  ") + line.text());
            switch (line.kind()) {
                case ERROR -> getStyleClass().add("sb-bad");
                case WARNING -> getStyleClass().add("sb-warn");
                default -> {}
            }
        }
    }
}
