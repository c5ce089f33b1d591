package dev.signalbox.ui.runs;

import dev.signalbox.ui.widget.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// Jobs as bars on a common time axis. Up and down choose a job.
final class ClockView extends Region {

    static final double NAMES = 190;
    private static final double AXIS = 18;
    private static final double ROW = 26;
    private static final double RIGHT = 14;

    private final LongConsumer choose;
    private final List<Region> rules = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final Map<Long, ClockLine> lines = new HashMap<>();
    private ClockCard card = ClockCard.EMPTY;

    ClockView(LongConsumer choose, IntConsumer move) {
        this.choose = choose;
        setId("run-clock");
        getStyleClass().add("clock");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setOnMousePressed(press -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            int by = key.getCode() == KeyCode.DOWN ? 1 : key.getCode() == KeyCode.UP ? -1 : 0;
            if (by != 0) {
                move.accept(by);
                key.consume();
            }
        });
    }

    void show(ClockCard next, long chosen) {
        if (!next.ticks().equals(card.ticks())) {
            rules.clear();
            labels.clear();
            for (ClockCard.Tick tick : next.ticks()) {
                Region rule = new Region();
                rule.getStyleClass().add("clock-rule");
                rules.add(rule);
                Label label = Texts.sub(tick.label());
                label.getStyleClass().add("clock-tick");
                labels.add(label);
            }
        }
        card = next;
        lines.keySet().retainAll(next.rows().stream().map(ClockRow::job).toList());
        for (ClockRow row : next.rows()) {
            lines.computeIfAbsent(row.job(), job -> new ClockLine(() -> choose.accept(job)))
                    .show(row, row.job() == chosen);
            if (row.job() == chosen) {
                setAccessibleText("Jobs. Chosen: " + row.words());
            }
        }
        List<Region> wanted = new ArrayList<>(rules);
        wanted.addAll(labels);
        next.rows().forEach(row -> wanted.add(lines.get(row.job())));
        if (!wanted.equals(getChildren())) {
            getChildren().setAll(wanted);
        }
        requestLayout();
    }

    /// Top and bottom of the chosen job's line, for scrolling to it.
    double placeOf(long job) {
        for (int i = 0; i < card.rows().size(); i++) {
            if (card.rows().get(i).job() == job) {
                return AXIS + i * ROW;
            }
        }
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return AXIS + card.rows().size() * ROW;
    }

    @Override
    protected double computePrefWidth(double height) {
        return NAMES + 200;
    }

    @Override
    protected void layoutChildren() {
        double room = Math.max(10, getWidth() - NAMES - RIGHT);
        for (int i = 0; i < rules.size(); i++) {
            double x = Math.round(NAMES + room * Math.min(1, card.ticks().get(i).at()));
            rules.get(i).resizeRelocate(x, AXIS - 4, 1, Math.max(0, getHeight() - AXIS + 4));
            Label label = labels.get(i);
            double width = label.prefWidth(-1);
            label.resizeRelocate(Math.min(getWidth() - width, x - (i == 0 ? 0 : width / 2)), 0, width, 14);
        }
        for (int i = 0; i < card.rows().size(); i++) {
            ClockLine line = lines.get(card.rows().get(i).job());
            if (line != null) {
                line.resizeRelocate(0, AXIS + i * ROW, getWidth(), ROW);
            }
        }
    }

    /// The room for bars within a line of this width.
    static double room(double width) {
        return Math.max(10, width - NAMES - RIGHT);
    }
}
