package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormerPracticeTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void whatOneLeft() throws IOException {
        Path log = folder.resolve("cache/logs/GitHub/19400000000-55100000000.log");
        Files.createDirectories(log.getParent());
        Files.writeString(log, "yesterday");
        for (String name : List.of(
                "history.db", "history.db-wal", "history.db-shm", "history.db.corrupt-1", "kept-logs.db",
                "kept-logs.db-wal", "last-state.bin", "history.lock", "console.lock", "window.properties",
                "history.properties", "keys.properties")) {
            Files.writeString(folder.resolve(name), name);
        }
    }

    @Test
    void itsWorkIsForgottenAndHowItWasLeftIsNot() throws IOException {
        assertThat(new FormerPractice(Folders.below(folder)).forget()).isEmpty();

        assertThat(names()).containsExactlyInAnyOrder(
                "history.lock", "console.lock", "window.properties", "history.properties", "keys.properties", "cache");
        assertThat(folder.resolve("cache/logs")).doesNotExist();
        assertThat(new FormerPractice(Folders.below(folder.resolve("none"))).forget()).isEmpty();
    }

    @Test
    void nothingIsTouchedInAFolderThatAnotherConsoleHas() throws IOException {
        List<String> before = names();
        Folders looked = Folders.below(folder).lookedAt(folder.resolve("passing"));

        assertThat(new FormerPractice(looked).forget()).isEmpty();
        assertThat(names()).isEqualTo(before);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
