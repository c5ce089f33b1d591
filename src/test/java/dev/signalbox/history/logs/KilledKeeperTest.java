package dev.signalbox.history.logs;

import static dev.signalbox.history.logs.SampleLogs.about;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.text.Redaction;
import dev.signalbox.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledKeeperTest {

    @TempDir
    Path folder;

    @Test
    void keepsEveryLogThatItSaidWasKeptAndNoHalfOne() throws Exception {
        int kept = 0;
        for (int life = 0; life < 3; life++) {
            try (ChildJvm keeper = ChildJvm.start(KeepingConsole.class, folder.toString(), String.valueOf(kept + 1))) {
                for (int n = 0; n < 2 + life; n++) {
                    assertThat(keeper.line()).isEqualTo("kept " + ++kept);
                }
                keeper.kill();
                for (String line = keeper.line(); line.startsWith("kept "); line = keeper.line()) {
                    kept++;
                }
            }
            try (LogArchive archive = new LogArchive(folder, 100_000_000, () -> Redaction.SHAPES_ONLY)) {
                for (int job = 1; job <= kept; job++) {
                    assertThat(archive.has(about(job, 0).job())).as("job %d", job).isTrue();
                    assertThat(archive.search("marker-" + job + "-end", 5, () -> false, hits -> {}).hits()).hasSize(1);
                }
                archive.keep(about(1_000 + life, 0), Files.writeString(folder.resolve("more.log"), "life goes on\n"));
                assertThat(archive.search("\"life goes on\"", 9, () -> false, hits -> {}).hits()).hasSize(life + 1);
                kept += archive.has(about(kept + 1, 0).job()) ? 1 : 0;
            }
        }
    }
}
