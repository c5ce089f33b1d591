package dev.signalbox.ui.board;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Keeps one node for each line of a short list and dresses it anew, so that the keyboard's place survives ticking ages.
final class LinePool<R, N extends Node> {

    private final Pane pane;
    private final Supplier<N> make;
    private final BiConsumer<N, R> dress;
    private final List<N> nodes = new ArrayList<>();

    LinePool(Pane pane, Supplier<N> make, BiConsumer<N, R> dress) {
        this.pane = pane;
        this.make = make;
        this.dress = dress;
    }

    void show(List<R> rows) {
        while (nodes.size() < rows.size()) {
            nodes.add(make.get());
        }
        for (int i = 0; i < rows.size(); i++) {
            dress.accept(nodes.get(i), rows.get(i));
        }
        if (pane.getChildren().size() != rows.size()) {
            pane.getChildren().setAll(nodes.subList(0, rows.size()));
        }
    }
}
