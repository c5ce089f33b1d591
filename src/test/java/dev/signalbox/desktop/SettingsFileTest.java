package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    @TempDir
    private Path folder;

    @Test
    void givesBackWhatWasWritten() throws IOException {
        SettingsFile file = new SettingsFile(folder.resolve("window"));
        file.write(Map.of("width", "1440", "screen", "board = ü"));

        assertThat(file.read()).isEqualTo(Map.of("width", "1440", "screen", "board = ü"));
    }

    @Test
    void replacesTheFileAndLeavesOnlyTheOneBeforeBeside() throws IOException {
        SettingsFile file = new SettingsFile(folder.resolve("window"));
        file.write(Map.of("a", "1"));
        file.write(Map.of("b", "2"));

        assertThat(file.read()).isEqualTo(Map.of("b", "2"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(folder.resolve("window"), folder.resolve("window.1"));
        }
    }

    @Test
    void aBrokenOrHugeFileCountsAsEmpty() throws IOException {
        Path path = folder.resolve("window");
        Files.write(path, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0, '\\', 'u', 'z'});
        assertThat(new SettingsFile(path).read()).isEmpty();

        Files.writeString(path, "\\u00zz=1");
        assertThat(new SettingsFile(path).read()).isEmpty();

        Files.write(path, new byte[200_000]);
        assertThat(new SettingsFile(path).read()).isEmpty();
    }

    @Test
    void whatCannotBeReadForTheMomentIsNotWrittenOver() throws IOException {
        Path path = Files.createDirectory(folder.resolve("window"));
        SettingsFile file = new SettingsFile(path);
        assertThat(file.read()).isEmpty();
        assertThatThrownBy(() -> file.write(Map.of("a", "1")))
                .isInstanceOf(IOException.class)
                .hasMessage("window cannot be read, so nothing is written over it");
        assertThat(path).isDirectory();
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).as("nothing is left half written").containsExactly(path);
        }
    }
}
