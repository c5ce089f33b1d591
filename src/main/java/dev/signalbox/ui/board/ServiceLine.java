package dev.signalbox.ui.board;

import dev.signalbox.ui.widget.Lamp;
import dev.signalbox.ui.widget.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import javafx.css.PseudoClass;
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
final class ServiceLine extends Region {

    /// Hears what is chosen on the line.
    interface Listener {

        void cell(String service, String environment);

        void signal(SignalRow signal);
    }

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    /// Below this the board is dense, and there is less room around the cells.
    private static final double DENSE = 50;
    private static final double GAP = 6;

    private final Label name = Texts.strong("");
    private final Label line = Texts.sub("");
    private final Tooltip lineWords = new Tooltip();
    private final VBox service = new VBox(name, line);
    private final BuildBars bars = new BuildBars();
    private final Label duration = Texts.sub("");
    private final HBox build = new HBox(6, bars, duration);
    private final List<TargetCell> cells = new ArrayList<>();
    private final List<Lamp> lamps = new ArrayList<>();
    private final List<Tooltip> lampWords = new ArrayList<>();
    private final List<StackPane> signals = new ArrayList<>();
    private final Listener listener;
    private final DoubleSupplier boardWidth;
    private @Nullable ServiceRow shown;
    private @Nullable Selection shownSelection;

    /// @param boardWidth how wide the whole board is
    ServiceLine(Listener listener, DoubleSupplier boardWidth) {
        this.listener = listener;
        this.boardWidth = boardWidth;
        getStyleClass().add("board-line");
        setMinSize(0, 0);
        service.setAlignment(Pos.CENTER_LEFT);
        build.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(0);
        line.setMinWidth(0);
        Tooltip.install(service, lineWords);
    }

    void show(ServiceRow row, @Nullable Selection selection) {
        if (row == shown && Objects.equals(selection, shownSelection)) {
            return;
        }
        shownSelection = selection;
        if (cells.size() != row.cells().size()) {
            build(row);
        }
        boolean chosen = selection != null && selection.service().equals(row.name());
        pseudoClassStateChanged(CHOSEN, chosen);
        if (!Objects.equals(shown, row)) {
            dress(row);
        }
        shown = row;
        for (int i = 0; i < cells.size(); i++) {
            CellRow cell = row.cells().get(i);
            boolean here = selection != null && chosen && selection.environment().equals(cell.environment());
            cells.get(i).show(cell, here);
        }
    }

    @Override
    protected void layoutChildren() {
        Columns columns = Columns.of(boardWidth.getAsDouble(), cells.size());
        double top = getHeight() < DENSE ? 3 : 5;
        place(service, columns.left(), columns.service() - GAP);
        build.setVisible(columns.build() > 0);
        place(build, columns.buildAt(), columns.build());
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).resizeRelocate(columns.cellAt(i), top, columns.cell(), room() - 2 * top);
        }
        for (int i = 0; i < signals.size(); i++) {
            place(signals.get(i), columns.signalAt(i), columns.signal());
        }
    }

    /// All of the line but the rule below it.
    private double room() {
        return getHeight() - 1;
    }

    private void place(Region region, double x, double width) {
        region.resizeRelocate(x, 0, width, room());
    }

    private void dress(ServiceRow row) {
        name.setText(row.name());
        line.setText(row.build().line());
        lineWords.setText(row.build().spoken());
        bars.show(row.build().bars());
        bars.setAccessibleText(row.build().spoken());
        duration.setText(row.build().duration());
        ServiceRow before = shown;
        boolean same = before != null && before.isOf(row);
        for (int i = 0; i < cells.size() && !same; i++) {
            cells.get(i).setPlace(row.name(), row.cells().get(i).environment());
        }
        for (int i = 0; i < lamps.size(); i++) {
            SignalRow signal = row.signals().get(i);
            if (same && before != null && before.signals().get(i).equals(signal)) {
                continue;
            }
            if (signal.count() > 0) {
                lamps.get(i).show(signal.count(), signal.mark().tone(), signal.words());
            } else {
                lamps.get(i).show(signal.mark(), signal.words());
            }
            lampWords.get(i).setText(signal.words());
        }
    }

    private void build(ServiceRow row) {
        cells.clear();
        signals.clear();
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
        requestLayout();
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
        signals.add(place);
        lamps.add(lamp);
        lampWords.add(words);
        return place;
    }
}
