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

/// One job on the clock: its name, its time in the queue, its time at work.
final class ClockLine extends Region {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double BAR = 16;

    private final StatusIcon icon = new StatusIcon(Mark.IDLE);
    private final Label name = Texts.plain("");
    private final Region queue = new Region();
    private final Region bar = new Region();
    private final Label took = Texts.sub("");
    private final Tooltip tip = new Tooltip();
    private @Nullable ClockRow row;

    ClockLine(Runnable choose) {
        getStyleClass().add("clock-line");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        queue.getStyleClass().add("clock-queue");
        bar.getStyleClass().add("clock-bar");
        took.getStyleClass().add("clock-took");
        getChildren().addAll(icon, name, queue, bar, took);
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
        icon.relocate(6, Math.round(middle - icon.getLayoutBounds().getHeight() / 2));
        name.resizeRelocate(26, 0, ClockView.NAMES - 36, getHeight());
        double room = ClockView.room(getWidth());
        double from = ClockView.NAMES + room * shown.queuedFrom();
        double start = ClockView.NAMES + room * shown.startedAt();
        double end = ClockView.NAMES + room * shown.endedAt();
        double top = Math.round(middle - BAR / 2);
        queue.resizeRelocate(from, top, Math.max(0, start - from), BAR);
        queue.setVisible(start - from > 0.5);
        double width = Math.max(shown.ran() ? 3 : 18, end - start);
        double x = Math.min(start, getWidth() - width);
        bar.resizeRelocate(x, top, width, BAR);
        double wide = took.prefWidth(-1);
        boolean inside = width > wide + 12;
        boolean right = x + width + wide + 6 < getWidth();
        took.pseudoClassStateChanged(PseudoClass.getPseudoClass("inside"), inside);
        took.setVisible(inside || right);
        took.resizeRelocate(inside ? x + 7 : x + width + 6, top, wide, BAR);
    }
}
