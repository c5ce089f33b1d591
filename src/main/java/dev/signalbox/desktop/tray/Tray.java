package dev.signalbox.desktop.tray;

import dev.signalbox.desktop.AwtIcon;
import dev.signalbox.domain.tray.TrayFace;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;

/// The console's icon in the tray of the desktop, with a menu.
public interface Tray extends AutoCloseable {

    /// Shows this from now on. The first time the desktop is looked for; it may not answer, so this may block. To be called
    /// from a worker, one call at a time.
    void show(TrayFace face);

    /// How long it is to be left alone once the window is there; what looks for the desktop may need much of the processor.
    Duration rest();

    /// Takes the icon away. May block while the desktop does not answer; to be called from a thread that nobody waits for.
    @Override
    void close();

    /// That of this system. Nothing is connected to before the first face is shown.
    ///
    /// @param system name of the operating system, as Java tells it
    /// @param environment the process' environment
    /// @param title one line, what people call this console
    /// @param workers where the desktop is talked to
    /// @param icon what is used on macOS and Windows; closing the tray takes it away
    static Tray of(
            String system, Map<String, String> environment, String title, TrayOwner owner, Executor workers,
            AwtIcon icon) {
        return system.toLowerCase(Locale.ROOT).contains("linux")
                ? new BusTray(environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", ""), title, owner, workers)
                : new AwtTray(icon, title, owner);
    }
}
