package dev.signalbox.desktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// The notification server of a Linux desktop, as its bus offers it. Public since the library for the bus makes a proxy of
/// it; used by [BusNotifications] alone. Source: Desktop Notifications Specification 1.2, freedesktop.org.
@DBusInterfaceName("org.freedesktop.Notifications")
public interface FreedesktopNotifications extends DBusInterface {

    /// Shows or replaces one.
    ///
    /// @param replaces its number, or 0 for a new one
    /// @param actions a key and a label for each; `default` is what a click on the whole does
    /// @param timeout milliseconds, or -1 for what the server likes
    /// @return its number
    @DBusMemberName("Notify")
    UInt32 tell(
            String program, UInt32 replaces, String icon, String heading, String words, List<String> actions,
            Map<String, Variant<?>> hints, int timeout);

    /// What the server can do; `body-markup` says that it reads the words as markup.
    @DBusMemberName("GetCapabilities")
    List<String> capabilities();

    /// Somebody chose an action of a notification, of anybody's.
    class ActionInvoked extends DBusSignal {

        private final UInt32 id;
        private final String action;

        public ActionInvoked(String path, UInt32 id, String action) throws DBusException {
            super(path, id, action);
            this.id = id;
            this.action = action;
        }

        long id() {
            return id.longValue();
        }

        String action() {
            return action;
        }
    }
}
