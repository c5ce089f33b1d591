package dev.signalbox.desktop.tray;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/// An icon in the tray of a Linux desktop, as the desktop asks it over the session bus; what it shows are its properties.
/// Public since the library for the bus calls it; used in this package alone. Source: StatusNotifierItem, freedesktop.org,
/// with the names under which KDE, which all others follow, knows it.
@DBusInterfaceName("org.kde.StatusNotifierItem")
public interface StatusNotifierItem extends DBusInterface {

    /// A click.
    @DBusMemberName("Activate")
    void activate(int x, int y);

    /// A click with the middle button.
    @DBusMemberName("SecondaryActivate")
    void activateSecondary(int x, int y);

    /// Asks for a menu; desktops that read ours do not.
    @DBusMemberName("ContextMenu")
    void showMenu(int x, int y);

    /// The wheel was turned over it.
    @DBusMemberName("Scroll")
    void scroll(int delta, String orientation);

    /// The title is another one.
    class NewTitle extends DBusSignal {

        public NewTitle(String path) throws DBusException {
            super(path);
        }
    }

    /// The icon is another one.
    class NewIcon extends DBusSignal {

        public NewIcon(String path) throws DBusException {
            super(path);
        }
    }

    /// The words for a pointer that rests on it are others.
    class NewToolTip extends DBusSignal {

        public NewToolTip(String path) throws DBusException {
            super(path);
        }
    }
}
