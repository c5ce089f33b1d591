package dev.signalbox.ui.board;

import java.util.List;

/// A row of the board.
///
/// @param cells one per environment, in the board's order
/// @param signals one between each two environments
/// @param found everything that a search looks into, in lower case
record ServiceRow(
        String name, String group, BuildRow build, List<CellRow> cells, List<SignalRow> signals, String found) {

    boolean needsMe() {
        return signals.stream().anyMatch(SignalRow::mine);
    }

    boolean isMoving() {
        return cells.stream().anyMatch(CellRow::moving);
    }

    boolean isFailing() {
        return cells.stream().anyMatch(CellRow::failing);
    }

    boolean hasDrifted() {
        return cells.stream().anyMatch(CellRow::drifted);
    }
}
