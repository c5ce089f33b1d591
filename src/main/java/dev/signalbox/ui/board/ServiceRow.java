package dev.signalbox.ui.board;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A row of the board.
///
/// @param cells one per environment, in the board's order
/// @param signals one between each two environments
/// @param aside what waits for our decision where no signal stands; null where nothing does
/// @param found everything that a search looks into, in lower case
record ServiceRow(
        String name,
        String group,
        BuildRow build,
        List<CellRow> cells,
        List<SignalRow> signals,
        @Nullable SignalRow aside,
        String found) {

    /// Whether the other row is of the same service with the same columns.
    boolean isOf(ServiceRow other) {
        if (!name.equals(other.name) || cells.size() != other.cells.size()) {
            return false;
        }
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).environment().equals(other.cells.get(i).environment())) {
                return false;
            }
        }
        return true;
    }

    boolean needsMe() {
        return mine() != null;
    }

    /// What waits for our decision: where no signal stands, or else the leftmost signal.
    @Nullable
    SignalRow mine() {
        if (aside != null) {
            return aside;
        }
        for (SignalRow one : signals) {
            if (one.mine()) {
                return one;
            }
        }
        return null;
    }

    /// The signal before an environment; before the first one there is one only while something waits for our decision there.
    Optional<SignalRow> signalBefore(String environment) {
        return Stream.concat(signals.stream(), Stream.ofNullable(aside))
                .filter(signal -> signal.environment().equals(environment))
                .findFirst();
    }

    boolean isMoving() {
        for (CellRow one : cells) {
            if (one.moving()) {
                return true;
            }
        }
        return false;
    }

    boolean isFailing() {
        for (CellRow one : cells) {
            if (one.failing()) {
                return true;
            }
        }
        return false;
    }

    boolean hasDrifted() {
        for (CellRow one : cells) {
            if (one.drifted()) {
                return true;
            }
        }
        return false;
    }
}
