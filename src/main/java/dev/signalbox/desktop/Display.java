package dev.signalbox.desktop;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;
import java.util.Map;

/// Whether a window can be opened here.
public enum Display {
    READY,
    /// There is no screen to draw on.
    ABSENT,
    /// There is a screen, but the library that windows need on Linux is not installed.
    NO_GTK;

    /// Looks at the system.
    ///
    /// @param system name of the operating system, as Java tells it
    /// @param environment the process' environment
    public static Display of(String system, Map<String, String> environment) {
        if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
            return READY;
        }
        String x = environment.getOrDefault("DISPLAY", "");
        if (x.isBlank()) {
            return ABSENT;
        }
        return hasGtk() ? READY : NO_GTK;
    }

    private static boolean hasGtk() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup("libgtk-3.so.0", arena);
            return true;
        } catch (IllegalArgumentException absent) {
            return false;
        }
    }
}
