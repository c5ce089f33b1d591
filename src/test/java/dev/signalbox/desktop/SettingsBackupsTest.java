package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The contents before, which are taken when the newest cannot be read.
class SettingsBackupsTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private SettingsFile file;

    @BeforeEach
    void open() {
        file = new SettingsFile(path(""));
    }

    @Test
    void keepsTheThreeContentsBefore() throws IOException {
        writeCounting(5);
        assertThat(file.read()).isEqualTo(Map.of("n", "5"));
        assertThat(new SettingsFile(path(".1")).read()).isEqualTo(Map.of("n", "4"));
        assertThat(new SettingsFile(path(".3")).read()).isEqualTo(Map.of("n", "2"));
        assertThat(path(".4")).doesNotExist();
    }

    @Test
    void writingTheSameAgainDrivesNoBackupOut() throws IOException {
        writeCounting(3);
        for (int i = 0; i < 5; i++) {
            file.write(Map.of("n", "3"));
        }
        assertThat(new SettingsFile(path(".2")).read()).isEqualTo(Map.of("n", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeroed", "cut", "other encoding", "empty", "huge", "no properties", "cut in its version"})
    void aBrokenFileIsPutAsideAndItsLastGoodBackupTaken(String harm) throws IOException {
        writeCounting(3);
        byte[] broken = harmed(harm, Files.readAllBytes(path("")));
        Files.write(path(""), broken);
        assertThat(file.read()).isEqualTo(Map.of("n", "2"));
        assertThat(Files.readAllBytes(path(".broken"))).as("kept as it was").isEqualTo(broken);
    }

    @Test
    void aBrokenBackupIsPassedOver() throws IOException {
        writeCounting(4);
        Files.writeString(path(""), "\0\0\0");
        Files.writeString(path(".1"), "\0");
        assertThat(file.read()).isEqualTo(Map.of("n", "2"));
    }

    @Test
    void saysWhatItDid() throws IOException {
        assertThat(file.check()).isEmpty();
        writeCounting(2);
        assertThat(file.check()).isEmpty();
        Files.writeString(path(""), "\0\0\0");
        assertThat(file.check()).isEqualTo("board.properties could not be read and was put aside as"
                + " board.properties.broken; what was set before is in force.");
        assertThat(file.check()).as("once").isEmpty();
        assertThat(file.read()).isEqualTo(Map.of("n", "1"));
    }

    @Test
    void whatWasTakenStaysInForceUntilTheNextWrite() throws IOException {
        writeCounting(3);
        Files.writeString(path(""), "\0\0\0");
        assertThat(file.read()).isEqualTo(Map.of("n", "2"));
        assertThat(new SettingsFile(path("")).read()).as("at the next start").isEqualTo(Map.of("n", "2"));
        file.write(Map.of("n", "new"));
        assertThat(file.read()).isEqualTo(Map.of("n", "new"));
    }

    @Test
    void aWriteOverABrokenFileKeepsItAside() throws IOException {
        writeCounting(2);
        Files.writeString(path(""), "\0\0\0");
        file.write(Map.of("n", "9"));
        assertThat(file.read()).isEqualTo(Map.of("n", "9"));
        assertThat(Files.readString(path(".broken"))).isEqualTo("\0\0\0");
        assertThat(new SettingsFile(path(".1")).read()).as("no broken one among them").isEqualTo(Map.of("n", "1"));
    }

    @Test
    void aFileOfALaterConsoleIsReadAndNeverWritten() throws IOException {
        Files.writeString(path(""), "n=future\nnew-thing=1\nsettings-version=2\n");
        assertThat(file.read()).containsEntry("n", "future").doesNotContainKey("settings-version");
        assertThat(file.isReadOnly()).isTrue();
        assertThatThrownBy(() -> file.write(Map.of("n", "1"))).isInstanceOf(IOException.class)
                .hasMessageContaining("later version");
        assertThat(Files.readString(path(""))).contains("new-thing=1");
    }

    @Test
    void aFileOfAnEarlierConsoleIsReadAndWritten() throws IOException {
        Files.writeString(path(""), "#Sat Nov 21 2026\nn=old\n");
        assertThat(file.read()).isEqualTo(Map.of("n", "old"));
        assertThat(file.isReadOnly()).isFalse();
        file.write(Map.of("n", "new"));
        assertThat(file.read()).isEqualTo(Map.of("n", "new"));
    }

    private void writeCounting(int last) throws IOException {
        for (int n = 1; n <= last; n++) {
            file.write(Map.of("n", Integer.toString(n)));
        }
    }

    private static byte[] harmed(String harm, byte[] whole) {
        return switch (harm) {
            case "zeroed" -> new byte[whole.length];
            case "cut" -> Arrays.copyOf(whole, 30);
            case "cut in its version" -> Arrays.copyOf(whole, whole.length - System.lineSeparator().length() - 1);
            case "other encoding" -> new String(whole, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
            case "empty" -> new byte[0];
            case "huge" -> new byte[200_000];
            default -> "n=\\u00zz".getBytes(StandardCharsets.UTF_8);
        };
    }

    private Path path(String ending) {
        return folder.resolve("board.properties" + ending);
    }
}
