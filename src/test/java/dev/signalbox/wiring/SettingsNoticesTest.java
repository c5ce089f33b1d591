package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsNoticesTest {

    @TempDir
    private Path folder;

    @Test
    void tellsWhichFilesWerePutAsideAndWhichAreALaterConsoles() throws IOException {
        Folders folders = Folders.below(folder);
        folders.make();
        try (Engine engine = Engine.open(Machine.here(), folders)) {
            assertThat(SettingsNotices.of(engine)).isEmpty();
            Files.writeString(folders.settings().resolve("keys.properties"), "\0\0");
            Files.writeString(folders.settings().resolve("appearance.properties"), "percent=150\nsettings-version=9\n");
            assertThat(SettingsNotices.of(engine)).containsExactly(
                    "appearance.properties was written by a later version of the console: it is read and not changed.",
                    "keys.properties could not be read and was put aside as keys.properties.broken; nothing is set"
                            + " instead.");
            assertThat(SettingsNotices.of(engine)).as("told once, but for the later one").hasSize(1);
        }
    }
}
