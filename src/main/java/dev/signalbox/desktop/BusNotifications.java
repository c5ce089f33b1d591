package dev.signalbox.desktop;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/// Notifications over the session bus, as Linux desktops show them.
final class BusNotifications implements Notifications {

    private static final Logger LOG = Logger.getLogger(BusNotifications.class.getName());
    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";

    /// Of the older ones nobody clicks any more; servers forget them too.
    private static final int REMEMBERED = 200;

    private final String address;
    private final Consumer<String> clicked;
    private final Map<Long, String> links = Collections.synchronizedMap(new LinkedHashMap<>() {

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > REMEMBERED;
        }
    });
    private final AtomicReference<@Nullable Server> server = new AtomicReference<>();
    private volatile boolean closed;

    private record Server(DBusConnection bus, FreedesktopNotifications remote, boolean readsMarkup) {}

    /// @param address of the session bus; empty where there is none
    BusNotifications(String address, Consumer<String> clicked) {
        this.address = address;
        this.clicked = clicked;
    }

    @Override
    public synchronized boolean show(Notification notification) {
        if (address.isEmpty() || closed) {
            return false;
        }
        boolean hadOne = server.get() != null;
        // A server that was there may have been started anew meanwhile; one that was not is asked once.
        return isShown(notification) || hadOne && isShown(notification);
    }

    private boolean isShown(Notification notification) {
        try {
            Server known = server.get();
            Server there = known == null ? connect() : known;
            String words = there.readsMarkup ? escaped(notification.words()) : notification.words();
            UInt32 id = there.remote.tell(
                    "Signalbox", new UInt32(0), "signalbox", notification.heading(), words,
                    List.of("default", "Show"), Map.of("desktop-entry", new Variant<>("signalbox")), -1);
            links.put(id.longValue(), notification.link());
            return true;
        } catch (DBusException | DBusExecutionException | IllegalStateException absent) {
            LOG.log(Level.FINE, "No notification server", absent);
            drop();
            return false;
        }
    }

    private Server connect() throws DBusException {
        DBusConnection bus = SessionBus.join(address);
        try {
            FreedesktopNotifications remote = bus.getRemoteObject(NAME, PATH, FreedesktopNotifications.class);
            bus.addSigHandler(FreedesktopNotifications.ActionInvoked.class, this::invoked);
            Server made = new Server(bus, remote, remote.capabilities().contains("body-markup"));
            server.set(made);
            if (closed) {
                drop();
            }
            return made;
        } catch (DBusException | DBusExecutionException unusable) {
            SessionBus.leave(bus);
            throw unusable;
        }
    }

    private void invoked(FreedesktopNotifications.ActionInvoked signal) {
        String link = links.get(signal.id());
        if (link != null && signal.action().equals("default")) {
            clicked.accept(link);
        }
    }

    /// A server that reads markup is given none (specification, "Markup").
    static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /// Does not wait for a server that does not answer: nothing more is shown.
    @Override
    public void close() {
        closed = true;
        drop();
    }

    private void drop() {
        Server there = server.getAndSet(null);
        if (there != null) {
            SessionBus.leave(there.bus);
        }
    }
}
