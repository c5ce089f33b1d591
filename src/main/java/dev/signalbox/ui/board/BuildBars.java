package dev.signalbox.ui.board;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The last builds as bars: height is duration, colour is how it ended; words are in each bar's tooltip.
final class BuildBars extends Pane {

    private static final double HEIGHT = 24;
    private static final double BAR = 5;
    private static final double STEP = 7;

    private final List<Region> bars = new ArrayList<>();
    private final List<Tooltip> tooltips = new ArrayList<>();
    private List<BuildRow.Bar> shown = List.of();

    BuildBars() {
        setMinSize(STEP * 8, HEIGHT);
        setPrefSize(STEP * 8, HEIGHT);
        setMaxSize(STEP * 8, HEIGHT);
    }

    void show(List<BuildRow.Bar> row) {
        if (row.equals(shown)) {
            return;
        }
        shown = row;
        while (bars.size() < row.size()) {
            Region bar = new Region();
            bar.getStyleClass().add("board-bar");
            bar.setManaged(false);
            Tooltip tooltip = new Tooltip();
            Tooltip.install(bar, tooltip);
            bars.add(bar);
            tooltips.add(tooltip);
            getChildren().add(bar);
        }
        for (int i = 0; i < bars.size(); i++) {
            Region bar = bars.get(i);
            bar.setVisible(i < row.size());
            if (i < row.size()) {
                BuildRow.Bar build = row.get(i);
                build.tone().dress(bar);
                double height = Math.round(4 + build.height() * (HEIGHT - 4));
                bar.resizeRelocate(i * STEP, HEIGHT - height, BAR, height);
                tooltips.get(i).setText(build.words());
            }
        }
    }
}
