package dev.signalbox.ui.palette;

import dev.signalbox.state.ConsoleState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Names what the palette can lead to; every screen may have one. Asked when the palette opens.
@FunctionalInterface
public interface PaletteSource {

    List<PaletteEntry> entries(ConsoleState state, Instant now);

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
