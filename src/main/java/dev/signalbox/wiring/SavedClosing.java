package dev.signalbox.wiring;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.desktop.tray.TrayStanding;
import dev.signalbox.ui.settings.desktop.ClosedWindow;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What closing the window does, kept in a small file. Whatever was chosen, it ends the console while there is no tray:
/// nobody would find it again. On the screen's thread.
final class SavedClosing implements ClosedWindow {

    private static final Logger LOG = Logger.getLogger(SavedClosing.class.getName());
    private static final String CLOSING = "closing";
    private static final String EXPLAINED = "explained";
    private static final TrayStanding UNKNOWN =
            new TrayStanding(false, "It is not known yet whether your desktop has a tray.");

    private final SettingsFile file;
    private final Executor workers;
    private final ReadOnlyObjectWrapper<Standing> standing;
    private TrayStanding tray = UNKNOWN;
    private boolean explained;

    /// @param workers write the file
    SavedClosing(SettingsFile file, Executor workers) {
        this.file = file;
        this.workers = workers;
        Map<String, String> read = file.read();
        explained = "true".equals(read.get(EXPLAINED));
        standing = new ReadOnlyObjectWrapper<>(
                standing("hides".equals(read.get(CLOSING)) ? Wanted.HIDES : Wanted.ENDS));
    }

    private Standing standing(Wanted wanted) {
        String words = tray.there() ? "" : tray.words();
        return new Standing(
                wanted, tray.there(),
                wanted == Wanted.HIDES && !tray.there()
                        ? words + " Until there is one, closing ends the console."
                        : words);
    }

    /// Takes note of whether there is a tray.
    void stands(TrayStanding now) {
        tray = now;
        standing.set(standing(standing.get().wanted()));
    }

    /// Whether closing the window now hides it.
    boolean hides() {
        return tray.there() && standing.get().wanted() == Wanted.HIDES;
    }

    /// Whether it is to be explained now what became of the window: yes once, ever.
    boolean explains() {
        boolean first = !explained;
        if (first) {
            explained = true;
            keep();
        }
        return first;
    }

    @Override
    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    @Override
    public void choose(Wanted wanted) {
        standing.set(standing(wanted));
        keep();
    }

    private void keep() {
        Map<String, String> text = Map.of(
                CLOSING, standing.get().wanted() == Wanted.HIDES ? "hides" : "ends",
                EXPLAINED, Boolean.toString(explained));
        workers.execute(() -> write(text));
    }

    private synchronized void write(Map<String, String> text) {
        try {
            file.write(text);
        } catch (IOException lost) {
            LOG.log(Level.WARNING, "What closing the window does could not be kept", lost);
        }
    }
}
