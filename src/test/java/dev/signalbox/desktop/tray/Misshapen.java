package dev.signalbox.desktop.tray;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/// Calls a menu with what it does not take.
@DBusInterfaceName("com.canonical.dbusmenu")
public interface Misshapen extends DBusInterface {

    @DBusMemberName("Event")
    void event(String what);
}
