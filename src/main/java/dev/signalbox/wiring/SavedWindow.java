package dev.signalbox.wiring;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.ui.shell.WindowMemory;
import dev.signalbox.ui.shell.WindowState;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps the window's state in a settings file.
final class SavedWindow implements WindowMemory {

    private static final Logger LOG = Logger.getLogger(SavedWindow.class.getName());

    private final SettingsFile file;

    SavedWindow(SettingsFile file) {
        this.file = file;
    }

    @Override
    public Optional<WindowState> load() {
        return of(file.read());
    }

    /// What the settings say; absent when they say nothing.
    static Optional<WindowState> of(Map<String, String> s) {
        if (s.isEmpty()) {
            return Optional.empty();
        }
        WindowState first = WindowState.FIRST;
        return Optional.of(new WindowState(
                number(s, "x", first.x()), number(s, "y", first.y()), number(s, "width", first.width()),
                number(s, "height", first.height()), "true".equals(s.get("maximized")),
                !"false".equals(s.get("dark")), s.getOrDefault("screen", first.screen())));
    }

    private static double number(Map<String, String> settings, String key, double preset) {
        try {
            double value = Double.parseDouble(settings.getOrDefault(key, ""));
            return Double.isFinite(value) ? value : preset;
        } catch (NumberFormatException notANumber) {
            return preset;
        }
    }

    @Override
    public void save(WindowState state) {
        try {
            file.write(Map.of(
                    "x", Double.toString(state.x()), "y", Double.toString(state.y()),
                    "width", Double.toString(state.width()), "height", Double.toString(state.height()),
                    "maximized", Boolean.toString(state.maximized()), "dark", Boolean.toString(state.dark()),
                    "screen", state.screen()));
        } catch (IOException lost) {
            LOG.log(Level.INFO, "The window''s place was not remembered", lost);
        }
    }
}
