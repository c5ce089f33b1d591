package dev.signalbox.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.PrivateBus;
import dev.signalbox.domain.tray.TrayFace;
import dev.signalbox.domain.tray.TraySign;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Desktops that do not do what they should, on a real bus of the test's own.
class BusTrayTroublesTest {

    private static final TrayFace TROUBLE = new TrayFace(
            TraySign.FAILING, 1, "1 failing, 1 waits for you", List.of());

    @TempDir
    private Path folder;

    private final Ears ears = new Ears();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    @SuppressWarnings("NullAway.Init") // made before each test
    private PrivateBus bus;

    @BeforeEach
    void startABus() throws IOException {
        bus = PrivateBus.start(folder);
    }

    @AfterEach
    void endIt() {
        workers.shutdownNow();
        if (bus != null) {
            bus.close();
        }
    }

    @Test
    void aListThatTakesNoIconIsNoTray() throws Exception {
        try (DBusConnection desktop = new FakeWatcher(true, true).on(bus); BusTray tray = tray()) {
            assertThat(desktop.isConnected()).isTrue();
            tray.show(TROUBLE);
            assertThat(ears.standing().there()).isFalse();
        }
    }

    @Test
    void aBusThatGoesTakesTheTrayAlong() throws Exception {
        try (DBusConnection desktop = new FakeWatcher(true, false).on(bus); BusTray tray = tray()) {
            assertThat(desktop.isConnected()).isTrue();
            tray.show(TROUBLE);
            assertThat(ears.standing().there()).isTrue();
            bus.close();
            TrayStanding gone = ears.standing();
            assertThat(gone.there()).isFalse();
            assertThat(gone.words()).isNotBlank();
            tray.show(TrayFace.FIRST);
        }
        assertThat(ears.heard).isEmpty();
    }

    @Test
    void withoutABusThereIsNoTrayAndItIsSaidOnce() throws Exception {
        try (BusTray nowhere = new BusTray("", "Signalbox", ears, workers);
                BusTray wrong = new BusTray("unix:path=" + folder.resolve("none"), "Signalbox", ears, workers)) {
            nowhere.show(TROUBLE);
            nowhere.show(TrayFace.FIRST);
            assertThat(ears.standing().words()).startsWith("There is no session bus here");
            wrong.show(TROUBLE);
            assertThat(ears.standing().there()).isFalse();
        }
        assertThat(ears.standings).isEmpty();
    }

    @Test
    void aBusThatHangsHoldsNobodyUp() throws Exception {
        Path socket = folder.resolve("deaf");
        try (ServerSocketChannel deaf = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            deaf.bind(UnixDomainSocketAddress.of(socket));
            BusTray tray = new BusTray("unix:path=" + socket, "Signalbox", ears, workers);
            workers.execute(() -> tray.show(TROUBLE));
            assertThat(deaf.accept()).as("somebody called").isNotNull();

            tray.close();
            workers.shutdownNow();

            assertThat(workers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(ears.standings).as("nobody is told any more").isEmpty();
    }

    @Test
    void aDesktopThatHangsHoldsNobodyUp() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        FakeWatcher watcher = new FakeWatcher(true, false);
        watcher.hangUntil(never);
        try (DBusConnection desktop = watcher.on(bus)) {
            assertThat(desktop.isConnected()).isTrue();
            BusTray tray = tray();
            workers.execute(() -> tray.show(TROUBLE));
            assertThat(watcher.registered.poll(60, TimeUnit.SECONDS)).as("asked, and not answered").isNotNull();

            tray.close();
            workers.shutdownNow();

            assertThat(workers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            never.countDown();
        }
        assertThat(ears.standings).as("nobody is told any more").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"autolaunch:", "unix:", "unix:abstract=/tmp/none", "nonsense", "tcp:host=127.0.0.1,port=1"})
    void anAddressThatNobodyUnderstandsIsNoTray(String odd) throws Exception {
        try (BusTray tray = new BusTray(odd, "Signalbox", ears, workers)) {
            tray.show(TROUBLE);
            assertThat(ears.standing().there()).isFalse();
        }
    }

    private BusTray tray() {
        return new BusTray(bus.address(), "Signalbox", ears, workers);
    }
}
