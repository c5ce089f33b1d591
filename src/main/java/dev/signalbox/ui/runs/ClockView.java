package dev.signalbox.ui.runs;

import dev.signalbox.ui.runs.ClockRow.Key;
import dev.signalbox.ui.widget.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// Jobs as bars on a common time axis. Up and down choose a job or a group of them; left and right, or Enter, fold it.
final class ClockView extends Region {

    static final double NAMES = 190;
    private static final double AXIS = 18;
    private static final double ROW = 26;
    private static final double RIGHT = 14;

    private final Hand hand;
    private final List<Region> rules = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final Map<Key, ClockLine> lines = new HashMap<>();
    private final Region ghost = new Region();
    private final Label ghostWords = Texts.sub("");
    private ClockCard card = ClockCard.EMPTY;
    private Key chosen = Key.job(0);

    /// What people do to the clock.
    interface Hand {

        /// Points at a line.
        void choose(Key key);

        /// Points at the line above or below.
        void move(int by);

        /// Hides or shows the jobs of the group that is pointed at, or of the one that the chosen job belongs to.
        void fold(boolean folded);

        /// Folds a group that is unfolded, and the other way round.
        void toggle(Key group);
    }

    ClockView(Hand hand) {
        this.hand = hand;
        setId("run-clock");
        getStyleClass().add("clock");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setOnMousePressed(press -> requestFocus());
        ghost.getStyleClass().add("clock-ghost");
        ghostWords.getStyleClass().addAll("clock-tick", "clock-ghost-words");
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> hand.move(1);
            case UP -> hand.move(-1);
            case LEFT -> hand.fold(true);
            case RIGHT -> hand.fold(false);
            case ENTER, SPACE -> {
                if (!chosen.isGroup()) {
                    return;
                }
                hand.toggle(chosen);
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    void show(ClockCard next, Key pointed) {
        chosen = pointed;
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
        lines.keySet().retainAll(next.rows().stream().map(ClockRow::key).toList());
        for (ClockRow row : next.rows()) {
            lines.computeIfAbsent(row.key(), key -> new ClockLine(() -> pick(key))).show(row, row.key().equals(chosen));
            if (row.key().equals(chosen)) {
                setAccessibleText("Jobs. Chosen: " + row.words());
            }
        }
        if (next.ghost() != null) {
            ghostWords.setText(next.ghost().label());
        }
        List<Region> wanted = new ArrayList<>(rules);
        wanted.addAll(labels);
        next.rows().forEach(row -> wanted.add(lines.get(row.key())));
        if (next.ghost() != null) {
            wanted.add(ghost);
            wanted.add(ghostWords);
        }
        if (!wanted.equals(getChildren())) {
            getChildren().setAll(wanted);
        }
        requestLayout();
    }

    private void pick(Key key) {
        hand.choose(key);
        if (key.isGroup()) {
            hand.toggle(key);
        }
    }

    /// Top of a line, for scrolling to it.
    double placeOf(Key key) {
        for (int i = 0; i < card.rows().size(); i++) {
            if (card.rows().get(i).key().equals(key)) {
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
            ClockLine line = lines.get(card.rows().get(i).key());
            if (line != null) {
                line.resizeRelocate(0, AXIS + i * ROW, getWidth(), ROW);
            }
        }
        labels.forEach(label -> label.setVisible(true));
        if (card.ghost() != null) {
            double x = Math.round(NAMES + room * card.ghost().at());
            ghost.resizeRelocate(x, AXIS - 4, 1, Math.max(0, getHeight() - AXIS + 4));
            double width = ghostWords.prefWidth(-1);
            ghostWords.resizeRelocate(Math.min(getWidth() - width, x + 3), 0, width, 14);
            hideTicksBelow(ghostWords);
        }
    }

    private void hideTicksBelow(Label words) {
        double from = words.getLayoutX() - 4;
        double to = words.getLayoutX() + words.getWidth() + 4;
        for (Label label : labels) {
            label.setVisible(label.getLayoutX() + label.getWidth() < from || label.getLayoutX() > to);
        }
    }

    /// The room for bars within a line of this width.
    static double room(double width) {
        return Math.max(10, width - NAMES - RIGHT);
    }
}
