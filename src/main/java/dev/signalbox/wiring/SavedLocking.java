package dev.signalbox.wiring;

import dev.signalbox.desktop.SettingsFile;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/// After how long without input the vault locks itself, kept in a small file.
///
/// @param workers write the file
record SavedLocking(SettingsFile file, AutoLock lock, Executor workers) {

    private static final Logger LOG = Logger.getLogger(SavedLocking.class.getName());
    private static final String KEY = "lock-after-minutes";
    private static final long LONGEST = 24 * 60;

    /// What was chosen before holds again. What cannot be read counts as not chosen.
    void recall() {
        try {
            long minutes = Long.parseLong(file.read().getOrDefault(KEY, "" + AutoLock.USUAL.toMinutes()));
            if (minutes >= 0 && minutes <= LONGEST) {
                lock.after(Duration.ofMinutes(minutes));
            }
        } catch (NumberFormatException odd) {
            lock.after(AutoLock.USUAL);
        }
    }

    /// Holds from now on, and at the next start.
    void change(Duration after) {
        lock.after(after);
        workers.execute(this::write);
    }

    /// What holds by then: of two changes the later one stays, whichever is written first.
    private synchronized void write() {
        try {
            file.write(Map.of(KEY, "" + lock.after().toMinutes()));
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "What was chosen about the vault's lock could not be kept", failure);
        }
    }
}
