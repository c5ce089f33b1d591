package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever happens to the file, the console starts: with the old settings, with the new ones, or with none.
class SettingsFileLossTest {

    @TempDir
    private Path folder;

    @Test
    void aWriteThatCannotHappenLeavesTheOldSettings() throws IOException {
        SettingsFile file = new SettingsFile(path());
        file.write(Map.of("screen", "board"));
        Files.createDirectory(folder.resolve("window.properties.new"));

        assertThatThrownBy(() -> file.write(Map.of("screen", "runs"))).isInstanceOf(IOException.class);
        assertThat(file.read()).isEqualTo(Map.of("screen", "board"));
    }

    @Test
    void whatAKilledWriteLeftBesideIsNotRead() throws IOException {
        SettingsFile file = new SettingsFile(path());
        file.write(Map.of("screen", "board"));
        Files.writeString(folder.resolve("window.properties.new"), "screen=hal");

        assertThat(file.read()).isEqualTo(Map.of("screen", "board"));
        file.write(Map.of("screen", "runs"));
        assertThat(file.read()).isEqualTo(Map.of("screen", "runs"));
        assertThat(folder.resolve("window.properties.new")).doesNotExist();
    }

    @Test
    void aFolderThatIsMissingFailsInTheOpen() {
        SettingsFile file = new SettingsFile(folder.resolve("gone").resolve("window.properties"));
        assertThat(file.read()).isEmpty();
        assertThatThrownBy(() -> file.write(Map.of("a", "b"))).isInstanceOf(IOException.class);
    }

    @Test
    void aFolderInTheFilesPlaceCountsAsEmpty() throws IOException {
        Files.createDirectory(path());
        assertThat(new SettingsFile(path()).read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#nothing\n", "\n\n", "=\n", "\u0000\u0000\u0000"})
    void whatHoldsNothingUsefulHarmsNobody(String text) throws IOException {
        Files.writeString(path(), text);
        assertThat(new SettingsFile(path()).read()).doesNotContainKey("screen");
    }

    @Test
    void valuesWithEveryOddCharacterComeBackAsTheyWere() throws IOException {
        Map<String, String> odd = new HashMap<>();
        odd.put("a b", "=:#!\\ \t");
        odd.put("ü", "line\nbreak");
        odd.put("dark", "");
        odd.put("emoji", "🚦");
        SettingsFile file = new SettingsFile(path());
        file.write(odd);
        assertThat(file.read()).isEqualTo(odd);
    }

    private Path path() {
        return folder.resolve("window.properties");
    }
}
