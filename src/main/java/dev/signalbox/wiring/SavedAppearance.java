package dev.signalbox.wiring;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.ui.theme.Appearance;
import dev.signalbox.ui.theme.AppearanceMemory;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps the appearance in a settings file, written away from the screen's thread.
final class SavedAppearance implements AppearanceMemory {

    private static final Logger LOG = Logger.getLogger(SavedAppearance.class.getName());

    private final SettingsFile file;
    private final Executor background;
    private final AtomicReference<@Nullable Appearance> waiting = new AtomicReference<>();

    SavedAppearance(SettingsFile file, Executor background) {
        this.file = file;
        this.background = background;
    }

    @Override
    public Optional<Appearance> load() {
        return of(file.read());
    }

    /// What the settings say; absent when they say nothing.
    static Optional<Appearance> of(Map<String, String> kept) {
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        Appearance usual = Appearance.USUAL;
        return Optional.of(new Appearance(
                one(kept, "colours", usual.colours()), one(kept, "density", usual.density()),
                percent(kept.getOrDefault("percent", "")), one(kept, "palette", usual.palette()),
                one(kept, "motion", usual.motion())));
    }

    /// What is in force while nothing is remembered: earlier consoles kept dark and light with the window.
    ///
    /// @param window the window's settings
    static Appearance preset(Map<String, String> window) {
        boolean dark = !"false".equals(window.get("dark"));
        return Appearance.USUAL.with(dark ? Appearance.Colours.DARK : Appearance.Colours.LIGHT);
    }

    private static <E extends Enum<E>> E one(Map<String, String> kept, String key, E preset) {
        String name = kept.getOrDefault(key, "").toUpperCase(Locale.ROOT);
        for (E known : preset.getDeclaringClass().getEnumConstants()) {
            if (known.name().equals(name)) {
                return known;
            }
        }
        return preset;
    }

    private static int percent(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : Appearance.USUAL.percent();
    }

    @Override
    public void save(Appearance appearance) {
        if (waiting.getAndSet(appearance) == null) {
            background.execute(this::write);
        }
    }

    private synchronized void write() {
        Appearance newest = waiting.getAndSet(null);
        if (newest == null) {
            return;
        }
        try {
            file.write(Map.of(
                    "colours", name(newest.colours()), "density", name(newest.density()),
                    "percent", Integer.toString(newest.percent()), "palette", name(newest.palette()),
                    "motion", name(newest.motion())));
        } catch (IOException lost) {
            LOG.log(Level.INFO, "The appearance was not remembered", lost);
        }
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
