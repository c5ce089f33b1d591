package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.types.UInt32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Over a real bus of the test's own, with a server that remembers.
class BusNotificationsTest {

    private static final Notification BROKEN =
            new Notification("checkout <b>is</b> broken", "build #7 & <a href=x>more</a>", "signalbox://board");

    @TempDir
    private Path folder;

    private final BlockingQueue<String> clicked = new LinkedBlockingQueue<>();
    private @Nullable PrivateBus bus;

    @BeforeEach
    void startABus() throws IOException {
        bus = PrivateBus.start(folder);
    }

    @AfterEach
    void endIt() {
        if (bus != null) {
            bus.close();
        }
    }

    @Test
    void aServerThatReadsMarkupIsGivenNone() throws Exception {
        FakeNotificationServer server = new FakeNotificationServer(List.of("body", "body-markup", "actions"));
        try (DBusConnection bus = serve(server); BusNotifications desktop = desktop()) {
            assertThat(bus).isNotNull();
            assertThat(desktop.show(BROKEN)).isTrue();
            assertThat(server.shown).containsExactly(
                    "Signalbox | checkout <b>is</b> broken | build #7 &amp; &lt;a href=x&gt;more&lt;/a&gt;"
                            + " | default,Show");
        }
    }

    @Test
    void aServerThatReadsNoMarkupShowsTheWordsAsTheyAre() throws Exception {
        FakeNotificationServer server = new FakeNotificationServer(List.of("body"));
        try (DBusConnection bus = serve(server); BusNotifications desktop = desktop()) {
            assertThat(bus).isNotNull();
            assertThat(desktop.show(BROKEN)).isTrue();
            assertThat(server.shown.getFirst()).contains("build #7 & <a href=x>more</a>");
        }
    }

    @Test
    void aClickLeadsWhereItsOwnNotificationDoes() throws Exception {
        FakeNotificationServer server = new FakeNotificationServer(List.of());
        try (DBusConnection bus = serve(server); BusNotifications desktop = desktop()) {
            desktop.show(new Notification("one", "", "signalbox://service/one"));
            desktop.show(new Notification("two", "", "signalbox://service/two"));
            click(bus, 99, "default");
            click(bus, 2, "dismissed");
            click(bus, 1, "default");
            assertThat(clicked.poll(30, TimeUnit.SECONDS)).isEqualTo("signalbox://service/one");
            click(bus, 2, "default");
            assertThat(clicked.poll(30, TimeUnit.SECONDS)).isEqualTo("signalbox://service/two");
            assertThat(clicked).isEmpty();
        }
    }

    @Test
    void whereNobodyShowsNotificationsThatIsTold() throws Exception {
        try (BusNotifications desktop = desktop(); BusNotifications nowhere = new BusNotifications("", clicked::add)) {
            assertThat(desktop.show(BROKEN)).isFalse();
            assertThat(nowhere.show(BROKEN)).isFalse();
            FakeNotificationServer server = new FakeNotificationServer(List.of());
            try (DBusConnection bus = serve(server)) {
                assertThat(bus).isNotNull();
                assertThat(desktop.show(BROKEN)).isTrue();
            }
        }
    }

    @Test
    void aServerThatWasStartedAnewIsFoundAgain() throws Exception {
        try (BusNotifications desktop = desktop()) {
            try (DBusConnection bus = serve(new FakeNotificationServer(List.of()))) {
                assertThat(bus).isNotNull();
                assertThat(desktop.show(BROKEN)).isTrue();
            }
            FakeNotificationServer second = new FakeNotificationServer(List.of("body-markup"));
            try (DBusConnection bus = serve(second)) {
                assertThat(bus).isNotNull();
                assertThat(desktop.show(BROKEN)).isTrue();
                assertThat(second.shown).hasSize(1);
            }
        }
    }

    @Test
    void closingDoesNotWaitForAServerThatDoesNotAnswer() throws Exception {
        CountDownLatch answers = new CountDownLatch(1);
        FakeNotificationServer silent = new FakeNotificationServer(List.of(), answers);
        try (DBusConnection bus = serve(silent);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(bus).isNotNull();
            BusNotifications desktop = desktop();
            Future<Boolean> shown = threads.submit(() -> desktop.show(BROKEN));
            assertThat(silent.asked.await(30, TimeUnit.SECONDS)).isTrue();
            desktop.close();
            assertThat(shown.isDone()).as("closed while it still asks").isFalse();
            answers.countDown();
            shown.get(30, TimeUnit.SECONDS);
            assertThat(desktop.show(BROKEN)).as("nothing is connected to after the end").isFalse();
        }
    }

    @Test
    void aBusThatIsGoneIsNoTrouble() {
        try (BusNotifications desktop = new BusNotifications("unix:path=" + folder.resolve("none"), clicked::add)) {
            assertThat(desktop.show(BROKEN)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"autolaunch:", "unix:", "unix:abstract=/tmp/none", "nonsense", "tcp:host=127.0.0.1,port=1"})
    void anAddressThatNobodyUnderstandsIsNoTrouble(String odd) {
        try (BusNotifications desktop = new BusNotifications(odd, clicked::add)) {
            assertThat(desktop.show(BROKEN)).isFalse();
        }
    }

    @Test
    void theSystemDecidesWhoShowsThem() {
        AwtIcon icon = new AwtIcon("Mac OS X", clicked::add, () -> 0);
        try (Notifications linux = Notifications.of("Linux", Map.of(), clicked::add, icon);
                Notifications mac = Notifications.of("Mac OS X", Map.of(), clicked::add, icon)) {
            assertThat(linux).isInstanceOf(BusNotifications.class);
            assertThat(mac).isSameAs(icon);
        }
    }

    private BusNotifications desktop() {
        return new BusNotifications(address(), clicked::add);
    }

    private DBusConnection serve(FakeNotificationServer server) throws Exception {
        DBusConnection desktop = Objects.requireNonNull(bus).join();
        desktop.exportObject("/org/freedesktop/Notifications", server);
        desktop.requestBusName("org.freedesktop.Notifications");
        return desktop;
    }

    private String address() {
        return Objects.requireNonNull(bus).address();
    }

    private static void click(DBusConnection bus, long id, String action) throws Exception {
        bus.sendMessage(new FreedesktopNotifications.ActionInvoked(
                "/org/freedesktop/Notifications", new UInt32(id), action));
    }
}
