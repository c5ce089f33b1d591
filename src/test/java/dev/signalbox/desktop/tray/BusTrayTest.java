package dev.signalbox.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.desktop.AwtIcon;
import dev.signalbox.domain.tray.TrayEntry;
import dev.signalbox.domain.tray.TrayFace;
import dev.signalbox.domain.tray.TraySection;
import dev.signalbox.domain.tray.TraySign;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over a real bus of the test's own, with a desktop that remembers.
class BusTrayTest {

    private static final TrayFace TROUBLE = new TrayFace(
            TraySign.FAILING, 1, "1 failing, 1 waits for you",
            List.of(new TraySection(
                    "Waiting for you",
                    List.of(new TrayEntry("my_shop to production",
                            "signalbox://approval/github.com/a/b/7/production")))));

    @AutoClose
    private final TrayBus on;

    private final Ears ears;
    private final ExecutorService workers;

    BusTrayTest(@TempDir Path folder) throws IOException {
        on = new TrayBus(folder);
        ears = on.ears;
        workers = on.workers;
    }

    @Test
    void theDesktopReadsSignTitleWordsAndPictures() throws Exception {
        FakeWatcher watcher = new FakeWatcher(true, false);
        try (DBusConnection desktop = watcher.on(on.bus); BusTray tray = on.tray()) {
            tray.show(TROUBLE);
            assertThat(ears.standing()).isEqualTo(new TrayStanding(true, ""));

            Map<String, Variant<?>> values = item(desktop, watcher).GetAll("org.kde.StatusNotifierItem");

            assertThat(text(values, "Title")).isEqualTo("Signalbox: 1 failing, 1 waits for you");
            assertThat(text(values, "Id")).isEqualTo("signalbox");
            assertThat(text(values, "Status")).isEqualTo("Active");
            assertThat(text(values, "Menu")).isEqualTo("/SignalboxMenu");
            Variant<?> pictures = Objects.requireNonNull(values.get("IconPixmap"));
            assertThat(pictures.getSig()).isEqualTo("a(iiay)");
            assertThat((List<?>) pictures.getValue()).hasSize(3);
            assertThat(Objects.requireNonNull(values.get("ToolTip")).getSig()).isEqualTo("(sa(iiay)ss)");
        }
    }

    @Test
    void theMenuLeadsWhereItSaysAndAClickOnTheIconToTheWindow() throws Exception {
        FakeWatcher watcher = new FakeWatcher(true, false);
        try (DBusConnection desktop = watcher.on(on.bus); BusTray tray = on.tray()) {
            tray.show(TROUBLE);
            ears.standing();
            String owner = Objects.requireNonNull(watcher.registered.poll(60, TimeUnit.SECONDS));
            DbusMenu menu = desktop.getRemoteObject(owner, TrayMenu.PATH, DbusMenu.class);
            StatusNotifierItem item = desktop.getRemoteObject(owner, TrayItem.PATH, StatusNotifierItem.class);

            List<DbusMenu.Entry> entries = menu.groupProperties(List.of(), List.of());

            assertThat(entries).extracting(BusTrayTest::label).containsExactly(
                    "1 failing, 1 waits for you", "–", "Open Signalbox", "–", "Waiting for you",
                    "my__shop to production", "–", "Quit");
            menu.event(entries.get(5).id, "clicked", new Variant<>(0), new UInt32(0));
            assertThat(ears.next()).isEqualTo("open signalbox://approval/github.com/a/b/7/production");
            item.activate(3, 4);
            assertThat(ears.next()).isEqualTo("open ");
            menu.event(entries.get(7).id, "clicked", new Variant<>(0), new UInt32(0));
            assertThat(ears.next()).isEqualTo("quit");
        }
    }

    @Test
    void whoIsNotInvitedGetsAnErrorAndDoesNothing() throws Exception {
        FakeWatcher watcher = new FakeWatcher(true, false);
        try (DBusConnection desktop = watcher.on(on.bus); BusTray tray = on.tray()) {
            tray.show(TROUBLE);
            ears.standing();
            Properties item = item(desktop, watcher);
            String owner = Objects.requireNonNull(watcher.registered.peek());
            DbusMenu menu = desktop.getRemoteObject(owner, TrayMenu.PATH, DbusMenu.class);
            Misshapen wrong = desktop.getRemoteObject(owner, TrayMenu.PATH, Misshapen.class);

            assertThatThrownBy(() -> item.Get("org.kde.StatusNotifierItem", "Secret"))
                    .isInstanceOf(DBusExecutionException.class);
            assertThatThrownBy(() -> item.Set("org.kde.StatusNotifierItem", "Title", "mine"))
                    .isInstanceOf(DBusExecutionException.class);
            assertThatThrownBy(() -> menu.property(4_711, "label")).isInstanceOf(DBusExecutionException.class);
            assertThatThrownBy(() -> menu.layout(-7, -1, List.of())).isInstanceOf(DBusExecutionException.class);
            assertThatThrownBy(() -> wrong.event("quit")).isInstanceOf(DBusExecutionException.class);
            assertThat(item.GetAll("org.example.Other")).isEmpty();
            menu.event(4_711, "clicked", new Variant<>("x".repeat(10_000)), new UInt32(0));
            menu.event(Integer.MIN_VALUE, "", new Variant<>(List.of(), "as"), new UInt32(0));
            assertThat(menu.events(List.of(
                    new DbusMenu.Event(99, "clicked", new Variant<>(1), new UInt32(0)),
                    new DbusMenu.Event(0, "opened", new Variant<>(1), new UInt32(0))))).containsExactly(99);
            assertThat(ears.heard).isEmpty();
        }
    }

    @Test
    void aDesktopIsToldWhenSomethingElseIsToBeSeen() throws Exception {
        FakeWatcher watcher = new FakeWatcher(true, false);
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (DBusConnection desktop = watcher.on(on.bus); BusTray tray = on.tray()) {
            tray.show(TrayFace.FIRST);
            ears.standing();
            try (AutoCloseable titles = desktop.addSigHandler(
                    StatusNotifierItem.NewTitle.class, signal -> told.add("title"));
                    AutoCloseable menus = desktop.addSigHandler(
                            DbusMenu.LayoutUpdated.class, signal -> told.add("menu"))) {
                assertThat(List.of(titles, menus)).hasSize(2);
                tray.show(TROUBLE);
                assertThat(List.of(
                        String.valueOf(told.poll(60, TimeUnit.SECONDS)),
                        String.valueOf(told.poll(60, TimeUnit.SECONDS)))).containsExactlyInAnyOrder("title", "menu");
            }
            assertThat(text(item(desktop, watcher).GetAll("org.kde.StatusNotifierItem"), "Title"))
                    .contains("1 failing");
        }
    }

    @Test
    void aDesktopThatComesLaterOrIsStartedAnewGetsTheIconAgain() throws Exception {
        try (BusTray tray = on.tray()) {
            tray.show(TROUBLE);
            TrayStanding none = ears.standing();
            assertThat(none.there()).isFalse();
            assertThat(none.words()).startsWith("Your desktop has no tray").endsWith(".");
            for (int i = 0; i < 2; i++) {
                FakeWatcher watcher = new FakeWatcher(true, false);
                try (DBusConnection desktop = watcher.on(on.bus)) {
                    assertThat(desktop.isConnected()).isTrue();
                    assertThat(ears.standing().there()).as("time %s", i).isTrue();
                    assertThat(watcher.registered.poll(60, TimeUnit.SECONDS)).startsWith(":");
                }
                assertThat(ears.standing().there()).as("gone, time %s", i).isFalse();
            }
        }
    }

    @Test
    void aListThatNobodyShowsIsNoTrayUntilSomebodyDoes() throws Exception {
        FakeWatcher watcher = new FakeWatcher(false, false);
        try (DBusConnection desktop = watcher.on(on.bus); BusTray tray = on.tray()) {
            tray.show(TROUBLE);
            assertThat(ears.standing().there()).isFalse();
            watcher.shows(true, desktop);
            assertThat(ears.standing().there()).isTrue();
            watcher.shows(false, desktop);
            assertThat(ears.standing().there()).isFalse();
        }
    }

    @Test
    void whatIsClosedIsGoneFromTheBus() throws Exception {
        FakeWatcher watcher = new FakeWatcher(true, false);
        try (DBusConnection desktop = watcher.on(on.bus)) {
            BusTray tray = on.tray();
            tray.show(TROUBLE);
            ears.standing();
            Properties item = item(desktop, watcher);
            tray.close();
            assertThatThrownBy(() -> item.GetAll("org.kde.StatusNotifierItem"))
                    .isInstanceOf(DBusExecutionException.class);
            tray.show(TrayFace.FIRST);
        }
        assertThat(ears.standings).isEmpty();
    }

    @Test
    void theSystemDecidesWhoseTrayItIs() throws Exception {
        AwtIcon icon = new AwtIcon("Mac OS X", link -> {}, () -> 0);
        try (Tray linux = Tray.of("Linux", Map.of(), "Signalbox", ears, workers, icon);
                Tray mac = Tray.of("Mac OS X", Map.of(), "Signalbox", ears, workers, icon);
                Tray windows = Tray.of("Windows 11", Map.of(), "Signalbox", ears, workers, icon)) {
            assertThat(linux).isInstanceOf(BusTray.class);
            assertThat(windows).isInstanceOf(AwtTray.class);
            assertThat(linux.rest()).as("the icon is there as soon as the window is").isZero();
            assertThat(windows.rest()).as("a second toolkit is not in a start").isEqualTo(Duration.ofSeconds(5));
            mac.show(TROUBLE);
            mac.show(TrayFace.FIRST);
            assertThat(ears.standing()).as("there is none here").isEqualTo(
                    new TrayStanding(false, "This system has no tray for icons."));
            assertThat(ears.standings).isEmpty();
        }
    }

    private static Properties item(DBusConnection desktop, FakeWatcher watcher) throws Exception {
        String owner = Objects.requireNonNull(watcher.registered.peek());
        return desktop.getRemoteObject(owner, TrayItem.PATH, Properties.class);
    }

    private static String text(Map<String, Variant<?>> values, String name) {
        return String.valueOf(Objects.requireNonNull(values.get(name), name).getValue());
    }

    private static String label(DbusMenu.Entry entry) {
        return entry.values.containsKey("label") ? text(entry.values, "label") : "–";
    }
}
