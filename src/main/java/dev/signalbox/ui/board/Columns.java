package dev.signalbox.ui.board;

/// How wide the board's columns are. Pure, so that heading and rows agree.
///
/// @param build 0 when there is no room for the build column
record Columns(double left, double service, double build, double cell, double signal) {

    private static final double PADDING = 8;
    private static final double SCROLL_BAR = 14;
    private static final double SIGNAL = 40;
    private static final double CELL_MIN = 116;
    private static final double CELL_MAX = 260;
    private static final double BUILD = 150;

    /// Columns for a board of this width, scroll bar included, with this many environments.
    static Columns of(double whole, int environments) {
        double width = Math.max(0, whole - 2 * PADDING - SCROLL_BAR);
        int count = Math.max(1, environments);
        double signals = SIGNAL * (count - 1);
        double service = width < 760 ? 128 : 190;
        double build = width - service - signals - count * (CELL_MIN + 12) >= BUILD ? BUILD : 0;
        double cell = Math.clamp((width - service - build - signals) / count, CELL_MIN, CELL_MAX);
        double rest = width - build - signals - count * cell;
        return new Columns(PADDING, Math.max(112, Math.floor(rest)), build, Math.floor(cell), SIGNAL);
    }

    double buildAt() {
        return left + service;
    }

    double cellAt(int index) {
        return left + service + build + index * (cell + signal);
    }

    double signalAt(int index) {
        return cellAt(index) + cell;
    }
}
