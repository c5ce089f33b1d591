package dev.signalbox.wiring;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.theme.Appearance;
import dev.signalbox.ui.theme.AppearanceMemory;
import dev.signalbox.ui.theme.Look;
import dev.signalbox.ui.theme.SystemLook;
import java.nio.file.Path;
import java.util.Optional;

/// The appearance of last time, for windows that wear it and have no settings. Only read: what is broken stays so for the
/// board's window, which says it.
///
/// @param settings the folder of settings
record KeptLook(Path settings) implements AppearanceMemory {

    /// The look, which follows the system where somebody wants that. On the screen's thread; to be closed.
    Look on(FxThread fx) {
        return new Look(
                new SystemLook(fx.systemDark(), fx.systemStill()), this,
                SavedAppearance.preset(new SettingsFile(settings.resolve("window.properties")).peek()));
    }

    @Override
    public Optional<Appearance> load() {
        return SavedAppearance.of(new SettingsFile(settings.resolve("appearance.properties")).peek());
    }

    @Override
    public void save(Appearance appearance) {
        // Nothing is changed here.
    }
}
