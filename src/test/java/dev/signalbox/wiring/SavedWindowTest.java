package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.ui.shell.WindowState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedWindowTest {

    @TempDir
    private Path folder;

    @Test
    void remembersNothingAtFirst() {
        assertThat(window().load()).isEmpty();
    }

    @Test
    void givesBackWhatItWasGiven() {
        for (WindowState state : new WindowState[] {
            new WindowState(-1_920.5, 0, 1_440, 900, false, true, "board"),
            new WindowState(12, 34.25, 1_000, 640, true, false, "activity"), WindowState.FIRST
        }) {
            window().save(state);
            assertThat(window().load()).contains(state);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "wide", "", "1e999"})
    void whatIsNoNumberIsThePreset(String width) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of("x", "5", "width", width, "screen", "runs"));
        new SettingsFile(file()).write(settings);
        assertThat(window().load()).hasValueSatisfying(state -> {
            assertThat(state.width()).isEqualTo(WindowState.FIRST.width());
            assertThat(state.x()).isEqualTo(5);
            assertThat(state.screen()).isEqualTo("runs");
        });
    }

    @Test
    void isDarkAndNotMaximizedUnlessItSaysSo() throws IOException {
        new SettingsFile(file()).write(Map.of("maximized", "yes", "dark", "perhaps"));
        assertThat(window().load()).hasValueSatisfying(state -> {
            assertThat(state.dark()).isTrue();
            assertThat(state.maximized()).isFalse();
            assertThat(state.screen()).isEqualTo("board");
        });
    }

    @Test
    void losingItIsNoHarm() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "").resolve("window.properties");
        SavedWindow window = new SavedWindow(new SettingsFile(blocked));
        window.save(WindowState.FIRST);
        assertThat(window.load()).isEmpty();
    }

    private SavedWindow window() {
        return new SavedWindow(new SettingsFile(file()));
    }

    private Path file() {
        return folder.resolve("window.properties");
    }
}
