package dev.signalbox.ui.board;

/// Where tiles lie in a box of some width. Pure.
///
/// @param perRow how many stand side by side
record TileGrid(int perRow, int count) {

    static final double TILE = 18;
    private static final double STEP = 22;
    private static final double LEFT = 10;
    private static final double TOP = 7;
    private static final double BOTTOM = 7;

    static TileGrid of(double width, int count) {
        return new TileGrid(Math.max(1, (int) ((width - LEFT) / STEP)), count);
    }

    double height() {
        return TOP + rows() * STEP - (STEP - TILE) + BOTTOM;
    }

    private int rows() {
        return Math.max(1, (count + perRow - 1) / perRow);
    }

    double x(int tile) {
        return LEFT + tile % perRow * STEP;
    }

    double y(int tile) {
        return TOP + tile / perRow * STEP;
    }

    /// The tile at a point; -1 between and beside them.
    int at(double x, double y) {
        double column = Math.floor((x - LEFT) / STEP);
        double row = Math.floor((y - TOP) / STEP);
        if (column < 0 || column >= perRow || row < 0) {
            return -1;
        }
        int tile = (int) (row * perRow + column);
        boolean within = tile < count && x - x(tile) <= TILE && y - y(tile) <= TILE;
        return within ? tile : -1;
    }
}
