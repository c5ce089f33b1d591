package dev.signalbox.ui.shell;

import java.util.Comparator;
import java.util.List;

/// Brings a remembered window back onto the screens that are there today. Pure.
final class WindowPlacement {

    static final double LEAST_WIDTH = 1_000;
    static final double LEAST_HEIGHT = 640;

    private WindowPlacement() {}

    /// A screen's usable area.
    record Area(double x, double y, double width, double height) {

        double shared(WindowState w) {
            double across = Math.min(x + width, w.x() + w.width()) - Math.max(x, w.x());
            double down = Math.min(y + height, w.y() + w.height()) - Math.max(y, w.y());
            return Math.max(0, across) * Math.max(0, down);
        }
    }

    /// The window, moved and shrunk so that it lies within the screen that it shares most with.
    static WindowState within(WindowState wanted, List<Area> screens) {
        WindowState sane = isFinite(wanted) ? wanted : WindowState.FIRST;
        if (screens.isEmpty()) {
            return sane;
        }
        Area area = screens.stream()
                .max(Comparator.comparingDouble(s -> s.shared(sane)))
                .filter(s -> s.shared(sane) > 0)
                .orElse(screens.getFirst());
        double width = Math.min(area.width(), Math.max(LEAST_WIDTH, sane.width()));
        double height = Math.min(area.height(), Math.max(LEAST_HEIGHT, sane.height()));
        double x = Math.max(area.x(), Math.min(sane.x(), area.x() + area.width() - width));
        double y = Math.max(area.y(), Math.min(sane.y(), area.y() + area.height() - height));
        return new WindowState(x, y, width, height, sane.maximized(), wanted.dark(), wanted.screen());
    }

    private static boolean isFinite(WindowState w) {
        return Double.isFinite(w.x() + w.y() + w.width() + w.height());
    }
}
