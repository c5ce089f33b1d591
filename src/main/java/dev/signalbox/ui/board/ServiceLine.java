package dev.signalbox.ui.board;

import dev.signalbox.ui.widget.Lamp;
import dev.signalbox.ui.widget.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The node of a service's row. Made once per visible line, dressed anew for each row.
final class ServiceLine extends HBox {

    /// Hears what is chosen on the line.
    interface Listener {

        void cell(String service, String environment);

        void signal(SignalRow signal);
    }

    private final Label name = Texts.strong("");
    private final Label line = Texts.sub("");
    private final VBox service = new VBox(name, line);
    private final BuildBars bars = new BuildBars();
    private final Label duration = Texts.sub("");
    private final HBox build = new HBox(6, bars, duration);
    private final List<TargetCell> cells = new ArrayList<>();
    private final List<Lamp> lamps = new ArrayList<>();
    private final List<Tooltip> lampWords = new ArrayList<>();
    private final Listener listener;
    private @Nullable ServiceRow shown;

    ServiceLine(Listener listener) {
        this.listener = listener;
        getStyleClass().add("board-line");
        setAlignment(Pos.CENTER_LEFT);
        service.setAlignment(Pos.CENTER_LEFT);
        build.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(0);
        line.setMinWidth(0);
    }

    void show(ServiceRow row, @Nullable Selection selection, Columns columns) {
        if (cells.size() != row.cells().size()) {
            build(row);
        }
        boolean chosen = selection != null && selection.service().equals(row.name());
        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("chosen"), chosen);
        if (!Objects.equals(shown, row)) {
            dress(row);
        }
        shown = row;
        for (int i = 0; i < cells.size(); i++) {
            CellRow cell = row.cells().get(i);
            boolean here = selection != null && chosen && selection.environment().equals(cell.environment());
            cells.get(i).show(cell, here);
        }
        widen(columns);
    }

    private void dress(ServiceRow row) {
        name.setText(row.name());
        line.setText(row.build().line());
        bars.show(row.build().bars());
        bars.setAccessibleText(row.build().spoken());
        duration.setText(row.build().duration());
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).setCellId(row.name(), row.cells().get(i).environment());
        }
        for (int i = 0; i < lamps.size(); i++) {
            SignalRow signal = row.signals().get(i);
            if (signal.count() > 0) {
                lamps.get(i).show(signal.count(), signal.mark().tone(), signal.words());
            } else {
                lamps.get(i).show(signal.mark(), signal.words());
            }
            lampWords.get(i).setText(signal.words());
            lamps.get(i).setId("signal-" + row.name() + "-" + signal.environment());
        }
    }

    private void build(ServiceRow row) {
        cells.clear();
        lamps.clear();
        lampWords.clear();
        List<Node> nodes = new ArrayList<>(List.of(service, build));
        for (int i = 0; i < row.cells().size(); i++) {
            if (i > 0) {
                nodes.add(lamp(i - 1));
            }
            TargetCell cell = new TargetCell();
            int column = i;
            cell.setOnMouseClicked(e -> {
                ServiceRow current = shown;
                if (current != null) {
                    listener.cell(current.name(), current.cells().get(column).environment());
                }
            });
            cells.add(cell);
            nodes.add(cell);
        }
        getChildren().setAll(nodes);
    }

    private Node lamp(int index) {
        Lamp lamp = new Lamp();
        Tooltip words = new Tooltip();
        Tooltip.install(lamp, words);
        StackPane place = new StackPane(lamp);
        place.getStyleClass().add("board-signal");
        place.setOnMouseClicked(e -> {
            ServiceRow current = shown;
            if (current != null) {
                listener.signal(current.signals().get(index));
            }
        });
        lamps.add(lamp);
        lampWords.add(words);
        return place;
    }

    private void widen(Columns columns) {
        fix(service, columns.service());
        build.setVisible(columns.build() > 0);
        build.setManaged(columns.build() > 0);
        fix(build, columns.build());
        cells.forEach(c -> fix(c, columns.cell()));
        getChildren().stream()
                .filter(n -> n.getStyleClass().contains("board-signal"))
                .forEach(n -> fix((Region) n, columns.signal()));
    }

    private static void fix(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
    }
}
