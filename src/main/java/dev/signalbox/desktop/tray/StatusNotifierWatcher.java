package dev.signalbox.desktop.tray;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/// Who keeps the list of icons on a Linux desktop. Public since the library for the bus makes a proxy of it; used in this
/// package alone. Source: StatusNotifierWatcher, freedesktop.org.
@DBusInterfaceName("org.kde.StatusNotifierWatcher")
public interface StatusNotifierWatcher extends DBusInterface {

    /// Puts an icon on the list.
    ///
    /// @param service name on the bus of whoever has it
    @DBusMemberName("RegisterStatusNotifierItem")
    void register(String service);

    /// Somebody shows icons from now on.
    class StatusNotifierHostRegistered extends DBusSignal {

        public StatusNotifierHostRegistered(String path) throws DBusException {
            super(path);
        }
    }

    /// Somebody no longer does.
    class StatusNotifierHostUnregistered extends DBusSignal {

        public StatusNotifierHostUnregistered(String path) throws DBusException {
            super(path);
        }
    }
}
