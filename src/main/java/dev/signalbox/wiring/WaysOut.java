package dev.signalbox.wiring;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.palette.PaletteSource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Leads in the palette from practice to the real thing and back.
///
/// @param leaving absent where there is no window to leave
/// @param practising whether this is practice
record WaysOut(@Nullable Leaving leaving, boolean practising) implements PaletteSource {

    @Override
    public List<PaletteEntry> entries(ConsoleState state, Instant now) {
        if (leaving == null) {
            return List.of();
        }
        PaletteEntry there = practising
                ? entry("Connect for real", "Leaves practice", leaving.real(), leaving)
                : entry("Practise", "Leaves the real board; nothing there is changed", new Way.Practise(), leaving);
        PaletteEntry again = new PaletteEntry(
                PaletteEntry.Kind.ACTION, "Start again", "Reads the configuration anew and connects anew",
                leaving::again);
        return List.of(there, again);
    }

    private static PaletteEntry entry(String title, String detail, Way way, Leaving leaving) {
        return new PaletteEntry(
                PaletteEntry.Kind.ACTION, title, detail, () -> leaving.to(way).ifPresent(System.err::println));
    }
}
