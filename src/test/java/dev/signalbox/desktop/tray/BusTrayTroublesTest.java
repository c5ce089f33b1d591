package dev.signalbox.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Desktops that do not do what they should, on a real bus of the test's own.
class BusTrayTroublesTest {

    private static final TrayFace TROUBLE = new TrayFace(
            TraySign.FAILING, 1, "1 failing, 1 waits for you", List.of());

    private final Path folder;

    @AutoClose
    private final TrayBus on;

    private final Ears ears;
    private final ExecutorService workers;

    BusTrayTroublesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        on = new TrayBus(folder);
        ears = on.ears;
        workers = on.workers;
    }

    @Test
    void aListThatTakesNoIconIsNoTray() throws Exception {
        try (DBusConnection desktop = new FakeWatcher(true, true).on(on.bus); BusTray tray = on.tray()) {
            assertThat(desktop.isConnected()).isTrue();
            tray.show(TROUBLE);
            assertThat(ears.standing().there()).isFalse();
        }
    }

    @Test
    void aBusThatGoesTakesTheTrayAlong() throws Exception {
        try (DBusConnection desktop = new FakeWatcher(true, false).on(on.bus); BusTray tray = on.tray()) {
            assertThat(desktop.isConnected()).isTrue();
            tray.show(TROUBLE);
            assertThat(ears.standing().there()).isTrue();
            on.bus.close();
            TrayStanding gone = ears.standing();
            assertThat(gone.there()).isFalse();
            assertThat(gone.words()).isNotBlank();
            tray.show(TrayFace.FIRST);
        }
        assertThat(ears.heard).isEmpty();
    }

    @Test
    void withoutABusThereIsNoTrayAndItIsSaidOnce() throws Exception {
        try (BusTray nowhere = on.tray("");
                BusTray wrong = on.tray("unix:path=" + folder.resolve("none"))) {
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
            BusTray tray = on.tray("unix:path=" + socket);
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
        try (DBusConnection desktop = watcher.on(on.bus)) {
            assertThat(desktop.isConnected()).isTrue();
            BusTray tray = on.tray();
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
        try (BusTray tray = on.tray(odd)) {
            tray.show(TROUBLE);
            assertThat(ears.standing().there()).isFalse();
        }
    }
}
