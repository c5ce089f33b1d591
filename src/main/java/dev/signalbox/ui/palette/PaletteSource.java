package dev.signalbox.ui.palette;

import dev.signalbox.state.ConsoleState;
import java.time.Instant;
import java.util.List;

/// Names what the palette can lead to; every screen may have one. Asked when the palette opens.
@FunctionalInterface
public interface PaletteSource {

    List<PaletteEntry> entries(ConsoleState state, Instant now);
}
