package dev.signalbox.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// What a desktop does with notifications, on a bus of the test's own. It remembers what it was asked to show.
public final class FakeNotificationServer implements FreedesktopNotifications {

    final List<String> shown = new ArrayList<>();
    private final List<String> abilities;
    private final AtomicLong last = new AtomicLong();

    /// Where somebody waits for an answer.
    final CountDownLatch asked = new CountDownLatch(1);

    private final CountDownLatch answers;

    FakeNotificationServer(List<String> abilities) {
        this(abilities, new CountDownLatch(0));
    }

    /// @param answers opened when it is to answer
    FakeNotificationServer(List<String> abilities, CountDownLatch answers) {
        this.abilities = abilities;
        this.answers = answers;
    }

    @Override
    public synchronized UInt32 tell(
            String program, UInt32 replaces, String icon, String heading, String words, List<String> actions,
            Map<String, Variant<?>> hints, int timeout) {
        shown.add(program + " | " + heading + " | " + words + " | " + String.join(",", actions));
        return new UInt32(last.incrementAndGet());
    }

    @Override
    public List<String> capabilities() {
        asked.countDown();
        try {
            answers.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        return abilities;
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public String getObjectPath() {
        return "/org/freedesktop/Notifications";
    }
}
