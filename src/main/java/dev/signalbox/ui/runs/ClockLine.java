package dev.signalbox.ui.runs;

import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.StatusIcon;
import dev.signalbox.ui.widget.Texts;
import dev.signalbox.ui.widget.Tone;
import java.util.Arrays;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line of the clock: a job with its time in the queue and its time at work, or a group of jobs.
final class ClockLine extends Region {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass INSIDE = PseudoClass.getPseudoClass("inside");
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");
    private static final PseudoClass UNFOLDED = PseudoClass.getPseudoClass("unfolded");
    private static final double BAR = 16;
    private static final double THIN = 4;
    private static final double INDENT = 18;

    private final StatusIcon icon = new StatusIcon(Mark.IDLE);
    private final FontIcon arrow = new FontIcon(Feather.CHEVRON_DOWN);
    private final Label name = Texts.plain("");
    private final Region queue = new Region();
    private final Region bar = new Region();
    private final Label took = Texts.sub("");
    private final Label count = Texts.sub("");
    private final Tooltip tip = new Tooltip();
    private @Nullable ClockRow row;

    ClockLine(Runnable choose) {
        getStyleClass().add("clock-line");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        queue.getStyleClass().add("clock-queue");
        bar.getStyleClass().add("clock-bar");
        took.getStyleClass().add("clock-took");
        count.getStyleClass().add("clock-count");
        getChildren().addAll(arrow, icon, name, count, queue, bar, took);
        setOnMouseClicked(click -> choose.run());
        Tooltip.install(this, tip);
    }

    void show(ClockRow next, boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
        if (next.equals(row)) {
            return;
        }
        row = next;
        icon.set(next.mark(), next.mark().word());
        name.setText(next.name());
        count.setText(next.count());
        boolean group = next.key().isGroup();
        arrow.setVisible(group);
        arrow.setIconCode(next.fold() == ClockRow.Fold.FOLDED ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
        pseudoClassStateChanged(GROUP, group);
        pseudoClassStateChanged(UNFOLDED, next.fold() == ClockRow.Fold.UNFOLDED);
        took.setText(next.took());
        tip.setText(next.words());
        setAccessibleText(next.words());
        bar.getStyleClass().removeAll(Arrays.stream(Tone.values()).map(Tone::style).toList());
        bar.getStyleClass().removeAll("critical", "planned");
        bar.getStyleClass().add(next.mark().tone().style());
        if (next.critical()) {
            bar.getStyleClass().add("critical");
        }
        if (!next.ran()) {
            bar.getStyleClass().add("planned");
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        ClockRow shown = row;
        if (shown == null) {
            return;
        }
        double middle = getHeight() / 2;
        boolean group = shown.key().isGroup();
        double left = 6 + (shown.group().isEmpty() || group ? 0 : INDENT);
        centre(icon, left, middle);
        double from = left + 20;
        if (group) {
            centre(arrow, from, middle);
            from += 15;
        }
        double counted = count.getText().isEmpty() ? 0 : count.prefWidth(-1);
        double named = Math.min(name.prefWidth(-1), ClockView.NAMES - 10 - from - counted);
        name.resizeRelocate(from, 0, named, getHeight());
        count.resizeRelocate(from + named + 6, 0, counted, getHeight());
        layOutBar(shown, middle);
    }

    private void layOutBar(ClockRow shown, double middle) {
        double thick = shown.fold() == ClockRow.Fold.UNFOLDED ? THIN : BAR;
        double room = ClockView.room(getWidth());
        double queued = ClockView.NAMES + room * shown.queuedFrom();
        double start = ClockView.NAMES + room * shown.startedAt();
        double end = ClockView.NAMES + room * shown.endedAt();
        double top = Math.round(middle - thick / 2);
        queue.resizeRelocate(queued, top, Math.max(0, start - queued), thick);
        queue.setVisible(start - queued > 0.5);
        double width = Math.max(shown.ran() ? 3 : 18, end - start);
        double x = Math.min(start, getWidth() - width);
        bar.resizeRelocate(x, top, width, thick);
        double wide = took.prefWidth(-1);
        boolean inside = thick == BAR && shown.ran() && width > wide + 12;
        boolean right = x + width + wide + 6 < getWidth();
        took.pseudoClassStateChanged(INSIDE, inside);
        took.setVisible(inside || right);
        took.resizeRelocate(inside ? x + 7 : x + width + 6, Math.round(middle - BAR / 2), wide, BAR);
    }

    private static void centre(FontIcon shape, double x, double middle) {
        shape.relocate(x, Math.round(middle - shape.getLayoutBounds().getHeight() / 2));
    }
}
