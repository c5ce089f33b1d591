package dev.signalbox.ui.palette;

import dev.signalbox.state.ConsoleState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Names what the palette can lead to; every screen may have one. Asked when the palette opens.
@FunctionalInterface
public interface PaletteSource {

    List<PaletteEntry> entries(ConsoleState state, Instant now);

    /// What can be done with things that are too many to be listed with each of them. Asked at every letter once
    /// something is typed, so no more than a few hundred; ranked with the entries, behind equal ones.
    ///
    /// @param state and the time as they were when the palette opened
    default List<PaletteEntry> acts(TypedWords typed, ConsoleState state, Instant now) {
        return List.of();
    }

    /// What the very text leads to that somebody typed or pasted, such as a link; most sources know none. Listed before
    /// everything else.
    default List<PaletteEntry> typed(String text) {
        return List.of();
    }

    /// What this source can search when somebody chooses to; most can nothing.
    default Optional<PaletteSearch> search() {
        return Optional.empty();
    }
}
