package dev.signalbox.desktop;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Peer;

/// The way onto the session bus of a Linux desktop and off it, where the library has surprises of its own (dbus-java 4.2).
public final class SessionBus {

    private static final Logger LOG = Logger.getLogger(SessionBus.class.getName());

    private SessionBus() {}

    /// Joins it. Blocks while nobody answers there; an interrupt ends that. Calls of others are answered one after another.
    ///
    /// @param address as the desktop gives it to its programs
    public static DBusConnection join(String address) throws DBusException {
        try {
            return DBusConnectionBuilder.forAddress(address)
                    .withShared(false)
                    .receivingThreadConfig()
                    .withMethodCallThreadCount(1)
                    .connectionConfig()
                    .build();
        } catch (IndexOutOfBoundsException | IllegalArgumentException odd) {
            // So it takes an address like "autolaunch:".
            throw new DBusException("No address of a bus", odd);
        }
    }

    /// Leaves it when what others asked has been answered: otherwise the library fails in threads of its own, with a trace
    /// on the terminal. May block for some seconds.
    ///
    /// @param exported what is offered to others there
    public static void leave(DBusConnection bus, String... exported) {
        try {
            for (String path : exported) {
                bus.unExportObject(path);
            }
            if (exported.length > 0) {
                bus.getRemoteObject(bus.getUniqueName(), "/", Peer.class).Ping();
            }
        } catch (DBusException | DBusExecutionException | IllegalStateException gone) {
            LOG.log(Level.FINE, "The bus answers no more", gone);
        }
        try {
            bus.close();
        } catch (IOException | NullPointerException gone) {
            // It trips over calls that were never answered. The end of this process ends the connection then.
            LOG.log(Level.FINE, "The bus was not left well", gone);
        }
    }
}
