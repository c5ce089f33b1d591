package dev.signalbox.ui.board;

/// How wide the board's columns are. Pure, so that heading and rows agree.
///
/// @param build 0 when there is no room for the build column
record Columns(double service, double build, double cell, double signal) {

    private static final double SIGNAL = 40;
    private static final double CELL_MIN = 116;
    private static final double CELL_MAX = 260;

    /// Columns for a board of this width with this many environments.
    static Columns of(double width, int environments) {
        int count = Math.max(1, environments);
        double signals = SIGNAL * (count - 1);
        double service = width < 760 ? 128 : 190;
        double build = width - service - signals - count * (CELL_MIN + 12) >= 150 ? 150 : 0;
        double cell = Math.clamp((width - service - build - signals) / count, CELL_MIN, CELL_MAX);
        double rest = width - build - signals - count * cell;
        return new Columns(Math.max(112, rest), build, cell, SIGNAL);
    }
}
