package dev.signalbox.desktop;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// The desktop's own notifications.
public interface Notifications extends AutoCloseable {

    /// Shows one. May block while the desktop does not answer; to be called from a worker.
    ///
    /// @return whether the desktop took it; otherwise nobody has seen it
    boolean show(Notification notification);

    @Override
    void close();

    /// Those of this system. Nothing is connected to or loaded before the first one is shown.
    ///
    /// @param system name of the operating system, as Java tells it
    /// @param environment the process' environment
    /// @param clicked is told the link of one that was clicked, on any thread; it must not block
    /// @param icon what they come out of on macOS and Windows
    static Notifications of(
            String system, Map<String, String> environment, Consumer<String> clicked, AwtIcon icon) {
        return system.toLowerCase(Locale.ROOT).contains("linux")
                ? new BusNotifications(environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", ""), clicked)
                : icon;
    }
}
