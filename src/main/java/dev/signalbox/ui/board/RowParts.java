package dev.signalbox.ui.board;

import org.jspecify.annotations.Nullable;

/// The parts of a service's row that need not be made again, because nothing that went into them is another object. Most
/// changes touch one workload: making its cell and the signals beside it costs a fifth of making the row.
///
/// @param row as it was made last
/// @param was what it was made of
/// @param is what it is to be made of; of the same service
record RowParts(ServiceRow row, RowSources was, RowSources is) {

    @Nullable
    BuildRow build() {
        return was.repository() == is.repository() ? row.build() : null;
    }

    /// @param index of the environment among the board's columns
    @Nullable
    CellRow cell(int index, String environment) {
        return is.sameCell(was, environment) ? row.cells().get(index) : null;
    }

    /// @param index of the gap between two columns
    @Nullable
    SignalRow signal(int index, String from, String to) {
        return is.sameSignal(was, from, to) ? row.signals().get(index) : null;
    }
}
