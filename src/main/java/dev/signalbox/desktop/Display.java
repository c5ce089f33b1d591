package dev.signalbox.desktop;

import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// Whether a window can be opened here.
public enum Display {
    READY,
    /// No display is named.
    ABSENT,
    /// A display is named, and nobody answers there or lets us in.
    DEAD,
    /// There is a display, but the library that windows need on Linux is not installed.
    NO_GTK;

    /// Looks at the system. May take long where a display on another machine is named.
    ///
    /// @param system name of the operating system, as Java tells it
    /// @param environment the process' environment
    public static Display of(String system, Map<String, String> environment) {
        return of(system, environment, X11::answers, X11::hasGtk);
    }

    /// @param answers whether a display of this name lets us in
    /// @param gtk whether GTK is installed
    static Display of(
            String system, Map<String, String> environment, Predicate<String> answers, BooleanSupplier gtk) {
        if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
            return READY;
        }
        String name = environment.getOrDefault("DISPLAY", "").strip();
        if (name.isEmpty()) {
            return ABSENT;
        }
        if (!answers.test(name)) {
            return DEAD;
        }
        return gtk.getAsBoolean() ? READY : NO_GTK;
    }
}
