package dev.signalbox.desktop.tray;

import dev.signalbox.desktop.SessionBus;
import dev.signalbox.domain.tray.TrayFace;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.jspecify.annotations.Nullable;

/// The tray of Linux desktops, over the session bus: a StatusNotifierItem with a menu (`com.canonical.dbusmenu`).
///
/// The watcher, who keeps the list of icons, may come later than we do, and may be started anew: we are told when its name
/// changes hands, and register again. Everything that may not answer happens on workers; no lock is held meanwhile that
/// anybody else waits for.
final class BusTray implements Tray {

    private static final Logger LOG = Logger.getLogger(BusTray.class.getName());
    private static final String WATCHER = "org.kde.StatusNotifierWatcher";
    private static final String WATCHER_PATH = "/StatusNotifierWatcher";

    private static final String NO_BUS = "There is no session bus here, over which a tray could be reached.";
    private static final String BUS_GONE = "The session bus went away, and the tray with it.";
    private static final String NO_WATCHER = "Your desktop has no tray for icons (no StatusNotifierWatcher answers).";

    private final String address;
    private final TrayOwner owner;
    private final Executor workers;
    private final TrayItem item;
    private final TrayMenu menu;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicReference<@Nullable DBusConnection> connection = new AtomicReference<>();
    private final AtomicReference<TrayStanding> told = new AtomicReference<>(new TrayStanding(false, ""));
    private final Object seeking = new Object();
    private volatile boolean closed;

    /// @param address of the session bus; empty where there is none
    /// @param title what people call this console
    /// @param workers where the bus is talked to
    BusTray(String address, String title, TrayOwner owner, Executor workers) {
        this.address = address;
        this.owner = owner;
        this.workers = workers;
        item = new TrayItem(title, owner);
        menu = new TrayMenu(owner);
    }

    @Override
    public void show(TrayFace face) {
        item.take(face);
        long revision = menu.take(face);
        if (begun.compareAndSet(false, true)) {
            connect();
            return;
        }
        DBusConnection bus = connection.get();
        if (bus == null || !bus.isConnected()) {
            return;
        }
        try {
            bus.sendMessage(new StatusNotifierItem.NewTitle(TrayItem.PATH));
            bus.sendMessage(new StatusNotifierItem.NewIcon(TrayItem.PATH));
            bus.sendMessage(new StatusNotifierItem.NewToolTip(TrayItem.PATH));
            bus.sendMessage(new DbusMenu.LayoutUpdated(TrayMenu.PATH, new UInt32(revision), 0));
        } catch (DBusException | DBusExecutionException gone) {
            LOG.log(Level.FINE, "The tray was not told", gone);
        }
    }

    @Override
    public Duration rest() {
        return Duration.ZERO;
    }

    private void connect() {
        if (address.isEmpty()) {
            tell(new TrayStanding(false, NO_BUS));
            return;
        }
        try {
            DBusConnection bus = SessionBus.join(address);
            connection.set(bus);
            if (closed) {
                close();
                return;
            }
            bus.setDisconnectCallback(new Loss());
            bus.exportObject(TrayItem.PATH, item);
            bus.exportObject(TrayMenu.PATH, menu);
            bus.addSigHandler(DBus.NameOwnerChanged.class, this::heard);
            bus.addSigHandler(StatusNotifierWatcher.StatusNotifierHostRegistered.class, signal -> seekSoon());
            bus.addSigHandler(StatusNotifierWatcher.StatusNotifierHostUnregistered.class, signal -> seekSoon());
            seek();
        } catch (DBusException | DBusExecutionException | IllegalStateException absent) {
            LOG.log(Level.FINE, "No session bus", absent);
            close(connection.getAndSet(null));
            tell(new TrayStanding(false, NO_BUS));
        }
    }

    private void heard(DBus.NameOwnerChanged change) {
        if (change.name.equals(WATCHER)) {
            seekSoon();
        }
    }

    private void seekSoon() {
        try {
            workers.execute(this::seek);
        } catch (RejectedExecutionException closing) {
            LOG.log(Level.FINE, "Nobody looks for a tray any more", closing);
        }
    }

    /// Puts the icon on the list, when there is one, and finds out whether somebody shows what is on it.
    private void seek() {
        synchronized (seeking) {
            DBusConnection bus = connection.get();
            if (bus != null && !closed) {
                tell(isOnTheList(bus) ? new TrayStanding(true, "") : new TrayStanding(false, NO_WATCHER));
            }
        }
    }

    private static boolean isOnTheList(DBusConnection bus) {
        try {
            DBus names = bus.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
            if (!names.NameHasOwner(WATCHER)) {
                return false;
            }
            bus.getRemoteObject(WATCHER, WATCHER_PATH, StatusNotifierWatcher.class).register(bus.getUniqueName());
            Object shown = bus.getRemoteObject(WATCHER, WATCHER_PATH, Properties.class)
                    .Get(WATCHER, "IsStatusNotifierHostRegistered");
            return Boolean.TRUE.equals(shown);
        } catch (DBusException | DBusExecutionException | IllegalStateException | ClassCastException silent) {
            LOG.log(Level.FINE, "The tray does not answer", silent);
            return false;
        }
    }

    private void tell(TrayStanding now) {
        if (!closed && !now.equals(told.getAndSet(now))) {
            owner.stands(now);
        }
    }

    @Override
    public void close() {
        closed = true;
        close(connection.getAndSet(null));
    }

    private static void close(@Nullable DBusConnection bus) {
        if (bus != null) {
            SessionBus.leave(bus, TrayItem.PATH, TrayMenu.PATH);
        }
    }

    /// Hears when the bus goes away by itself.
    private final class Loss implements IDisconnectCallback {

        @Override
        public void disconnectOnError(IOException why) {
            LOG.log(Level.FINE, "The session bus went away", why);
            connection.set(null);
            tell(new TrayStanding(false, BUS_GONE));
        }
    }
}
