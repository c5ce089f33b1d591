package dev.signalbox.ui.board;

import dev.signalbox.ui.widget.Mark;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A service as one tile: how it stands where it stands worst.
///
/// @param environment where that is; chosen with the tile
/// @param words the tile's tooltip, and what a screen reader says
record TileRow(String service, String environment, Mark mark, String words) {

    static TileRow of(ServiceRow row) {
        CellRow worst = row.cells().stream()
                .min(Comparator.comparingInt(TileRow::severity))
                .orElse(CellRow.NOWHERE);
        boolean quiet = !worst.failing() && !worst.moving();
        SignalRow mine = row.mine();
        if (quiet && mine != null) {
            return new TileRow(
                    row.name(), mine.environment(), mine.mark(), row.name() + ": " + mine.words() + frozen(row, null));
        }
        return new TileRow(row.name(), worst.environment(), worst.mark(),
                row.name() + ", " + worst.spoken() + frozen(row, worst));
    }

    /// Freezes where the tile does not tell of one yet.
    private static String frozen(ServiceRow row, @Nullable CellRow told) {
        StringBuilder words = new StringBuilder();
        for (CellRow cell : row.cells()) {
            if (cell != told && !cell.frozen().isEmpty() && cell.isKnown()) {
                words.append("; ").append(cell.environment()).append(' ').append(cell.frozen());
            }
        }
        return words.toString();
    }

    /// Less is worse. Of cells that are well the last one is shown: production stands rightmost.
    private static int severity(CellRow cell) {
        if (cell.failing()) {
            return 0;
        }
        if (cell.moving()) {
            return 1;
        }
        if (cell.drifted()) {
            return 2;
        }
        return switch (cell.mark()) {
            case PAUSED, WARNING, WAITING -> 3;
            case UNKNOWN -> cell.stale() ? 4 : 5;
            case IDLE, STOPPED -> 7;
            default -> 6;
        };
    }
}
