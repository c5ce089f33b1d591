package dev.signalbox.wiring;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.monitor.PollingShare;
import dev.signalbox.ui.settings.polling.PollingChoice;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/// How much of the providers' limits is used for what: asked by the monitors at every step, kept in a settings file. From
/// any thread.
final class SavedPolling {

    private static final Logger LOG = Logger.getLogger(SavedPolling.class.getName());

    private final SettingsFile file;
    private final Executor background;
    private volatile PollingChoice chosen;

    /// Reads what was chosen last.
    SavedPolling(SettingsFile file, Executor background) {
        this.file = file;
        this.background = background;
        Map<String, String> kept = file.read();
        PollingChoice usual = PollingChoice.USUAL;
        chosen = new PollingChoice(
                number(kept, "work-percent", usual.work()), number(kept, "held-percent", usual.held()),
                number(kept, "quiet-times", usual.quiet()));
    }

    private static int number(Map<String, String> kept, String key, int preset) {
        String text = kept.getOrDefault(key, "");
        return text.matches("[1-9]\\d?") ? Integer.parseInt(text) : preset;
    }

    PollingChoice chosen() {
        return chosen;
    }

    PollingShare share() {
        PollingChoice now = chosen;
        return new PollingShare(now.work() / 100.0, now.held() / 100.0, now.quiet());
    }

    /// In force at once; written later.
    void choose(PollingChoice choice) {
        chosen = choice;
        background.execute(this::write);
    }

    private synchronized void write() {
        PollingChoice newest = chosen;
        try {
            file.write(Map.of(
                    "work-percent", Integer.toString(newest.work()), "held-percent", Integer.toString(newest.held()),
                    "quiet-times", Integer.toString(newest.quiet())));
        } catch (IOException lost) {
            LOG.log(Level.INFO, "The choice of polling was not remembered", lost);
        }
    }
}
