package dev.signalbox.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The library is loaded once per process, so each of these has its own.
class SqliteLibraryTest {

    @TempDir
    Path folder;

    @Test
    void whereTheTemporaryFolderIsOfNoUseTheLibraryRunsFromOurOwn() throws Exception {
        Path leftByAKilledConsole = Files.createDirectories(folder.resolve(SqliteLibrary.FOLDER)).resolve("left.so");
        Files.writeString(leftByAKilledConsole, "old");

        assertThat(printedWithoutTemporaryFolder()).contains("problem: \n", "kept: 1\n");

        assertThat(leftByAKilledConsole).doesNotExist();
    }

    @Test
    void whereItRunsFromNeitherBothPlacesAreNamed() throws Exception {
        Files.writeString(folder.resolve(SqliteLibrary.FOLDER), "in the way");

        assertThat(printedWithoutTemporaryFolder())
                .contains("problem: The history file cannot be used: SQLite's library runs neither from "
                        + noFolder() + " nor from " + folder.resolve(SqliteLibrary.FOLDER)
                        + ", where programs may not run or nothing can be written.\n");
    }

    private String printedWithoutTemporaryFolder() throws Exception {
        Files.writeString(noFolder(), "a file");
        try (ChildJvm console = ChildJvm.start(
                HistoryWithoutTemporaryFolder.class, folder.toString(), noFolder().toString())) {
            return console.end().printed().replace("\r\n", "\n");
        }
    }

    private Path noFolder() {
        return folder.resolve("no-folder");
    }
}
