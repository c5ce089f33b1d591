package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.desktop.PrivateBus;
import dev.signalbox.desktop.Ring;
import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.desktop.tray.DbusMenu;
import dev.signalbox.desktop.tray.FakeWatcher;
import dev.signalbox.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A console with its window in a process of its own, behind an icon on a real bus.
@Execution(ExecutionMode.CONCURRENT)
class TrayStoryTest {

    @TempDir
    private Path folder;

    @Test
    void aHiddenConsoleAlwaysHasADoor() throws Exception {
        Folders folders = TrayConsole.folders(folder);
        new SettingsFile(folders.settings().resolve("tray.properties")).write(Map.of("closing", "hides"));
        try (PrivateBus bus = PrivateBus.start(folder);
                ChildJvm console =
                        ChildJvm.startWithToolkit(TrayConsole.class, folder.toString(), bus.address())) {
            FakeWatcher watcher = new FakeWatcher(true, false);
            try (DBusConnection desktop = watcher.on(bus)) {
                DbusMenu menu = watcher.settled(desktop);
                closeWindow(console);
                FakeWatcher.click(menu, "Open Signalbox");
                assertThat(console.line()).as("from the menu").isEqualTo("shown");

                closeWindow(console);
                assertThat(Door.ring(Machine.here(), folders, "")).isEqualTo(Ring.HEARD);
                assertThat(console.line()).as("by a second start").isEqualTo("shown");

                closeWindow(console);
            }
            assertThat(console.line()).as("since the tray is gone").isEqualTo("shown");

            FakeWatcher second = new FakeWatcher(true, false);
            try (DBusConnection desktop = second.on(bus)) {
                DbusMenu menu = second.settled(desktop);
                closeWindow(console);
                FakeWatcher.click(menu, "Quit");
                ChildJvm.End end = console.end();
                assertThat(end.printed().lines()).containsExactly("ended");
                assertThat(end.code()).isZero();
            }
        }
    }

    @Test
    void whereThereIsNoTrayClosingEndsTheConsoleWhateverWasChosen() throws Exception {
        Folders folders = TrayConsole.folders(folder);
        new SettingsFile(folders.settings().resolve("tray.properties")).write(Map.of("closing", "hides"));
        try (ChildJvm console = ChildJvm.startWithToolkit(TrayConsole.class, folder.toString(), "")) {
            Files.createFile(folder.resolve(TrayConsole.CLOSE));
            ChildJvm.End end = console.end();
            assertThat(end.printed().lines()).contains("ended").doesNotContain("shown");
        }
    }

    /// As a person does it.
    private void closeWindow(ChildJvm console) throws Exception {
        Files.createFile(folder.resolve(TrayConsole.CLOSE));
        assertThat(console.line()).isEqualTo("hidden");
    }
}
