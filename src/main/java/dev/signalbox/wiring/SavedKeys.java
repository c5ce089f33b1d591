package dev.signalbox.wiring;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.ui.keys.KeyMemory;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps chosen keys in a settings file, written away from the screen's thread.
final class SavedKeys implements KeyMemory {

    private static final Logger LOG = Logger.getLogger(SavedKeys.class.getName());

    private final SettingsFile file;
    private final Executor background;
    private final AtomicReference<@Nullable Map<String, String>> waiting = new AtomicReference<>();

    SavedKeys(SettingsFile file, Executor background) {
        this.file = file;
        this.background = background;
    }

    @Override
    public Map<String, String> load() {
        return file.read();
    }

    @Override
    public void save(Map<String, String> keys) {
        if (waiting.getAndSet(Map.copyOf(keys)) == null) {
            background.execute(this::write);
        }
    }

    private synchronized void write() {
        Map<String, String> newest = waiting.getAndSet(null);
        if (newest == null) {
            return;
        }
        try {
            file.write(newest);
        } catch (IOException lost) {
            LOG.log(Level.INFO, "The keys were not remembered", lost);
        }
    }
}
