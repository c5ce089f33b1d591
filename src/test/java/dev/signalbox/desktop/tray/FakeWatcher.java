package dev.signalbox.desktop.tray;

import dev.signalbox.desktop.PrivateBus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.errors.NoReply;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/// A desktop that keeps a list of icons, on a bus of the test's own. It remembers who registered.
public final class FakeWatcher implements StatusNotifierWatcher, Properties {

    private static final String NAME = "org.kde.StatusNotifierWatcher";
    private static final String PATH = "/StatusNotifierWatcher";

    final BlockingQueue<String> registered = new LinkedBlockingQueue<>();
    private final Semaphore asked = new Semaphore(0);
    private static final long PATIENCE = 60;
    private final boolean refuses;
    private volatile boolean shows;
    private volatile @Nullable CountDownLatch held;

    /// @param shows whether somebody shows the icons
    /// @param refuses whether it takes none
    public FakeWatcher(boolean shows, boolean refuses) {
        this.shows = shows;
        this.refuses = refuses;
    }

    /// It is there until the connection is closed.
    public DBusConnection on(PrivateBus bus) throws DBusException {
        DBusConnection desktop = bus.join();
        desktop.exportObject(PATH, this);
        desktop.requestBusName(NAME);
        return desktop;
    }

    /// From now on it answers nobody until then.
    void hangUntil(CountDownLatch then) {
        held = then;
    }

    /// From now on somebody shows icons, or nobody does.
    void shows(boolean now, DBusConnection desktop) throws DBusException {
        shows = now;
        desktop.sendMessage(now ? new StatusNotifierHostRegistered(PATH) : new StatusNotifierHostUnregistered(PATH));
    }

    /// Waits until a console has registered and has taken in that it is shown: it is told once more, and what it asks then it
    /// asks when it is done with the first time.
    ///
    /// @return its menu
    public DbusMenu settled(DBusConnection desktop) throws DBusException, InterruptedException {
        String owner = Objects.requireNonNull(registered.poll(PATIENCE, TimeUnit.SECONDS), "nobody registered");
        asked.tryAcquire(PATIENCE, TimeUnit.SECONDS);
        shows(true, desktop);
        asked.tryAcquire(PATIENCE, TimeUnit.SECONDS);
        return desktop.getRemoteObject(owner, TrayMenu.PATH, DbusMenu.class);
    }

    /// Clicks on the line that reads so.
    public static void click(DbusMenu menu, String label) {
        DbusMenu.Entry found = menu.groupProperties(List.of(), List.of()).stream()
                .filter(entry -> entry.values.containsKey("label")
                        && label.equals(Objects.requireNonNull(entry.values.get("label")).getValue()))
                .findFirst()
                .orElseThrow();
        try {
            menu.event(found.id, "clicked", new Variant<>(0), new UInt32(0));
        } catch (NoReply left) {
            // A console that ends upon it may be gone before it has answered; desktops do not wait for that either.
        }
    }

    @Override
    public void register(String service) {
        CountDownLatch until = held;
        if (until != null) {
            registered.add(service);
            try {
                until.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            return;
        }
        if (refuses) {
            throw new DBusExecutionException("no room");
        }
        registered.add(service);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the library declares it
    public <A> A Get(String type, String name) {
        asked.release();
        return (A) new Variant<>(name.equals("IsStatusNotifierHostRegistered") && shows);
    }

    @Override
    public <A> void Set(String type, String name, A value) {
        throw new DBusExecutionException("read only");
    }

    @Override
    public Map<String, Variant<?>> GetAll(String type) {
        return Map.of();
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
