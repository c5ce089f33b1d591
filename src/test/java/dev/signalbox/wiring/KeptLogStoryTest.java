package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.history.logs.LogArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// “Have we seen this error before?”, asked in the window by keyboard, of a run that the provider has long deleted.
class KeptLogStoryTest {

    @TempDir
    private Path folder;

    @Test
    void aHitWhoseRunIsGoneOpensAtItsLine() throws Exception {
        try (LiveConsole console = LiveConsole.open(folder)) {
            RunId some = console.state("runs are read", s -> s.repositories().values().stream()
                    .flatMap(known -> known.runs().or(List.<Run>of()).stream())
                    .map(Run::id)
                    .findFirst());
            keep(new RunId(some.repository(), 1));
            console.press(KeyCode.CONTROL, KeyCode.K);
            console.awaitFocus("palette-field");
            console.type("quixotic_cursor");
            console.awaitWords("palette-list", words -> words.contains("Search kept logs"));
            console.press(KeyCode.ENTER);
            console.awaitWords("palette-list", words -> words.contains("line 1501"));
            console.press(KeyCode.ENTER);

            console.awaitWords("run-gone-words", words -> words.contains("This run is no longer at Git")
                    && words.contains("Its kept log from 4 Feb 2026, 09:30 UTC"));
            console.awaitWords("log-lines", words -> words.contains("ERROR quixotic_cursor is closed"));
            console.awaitFocus("log-lines");
            assertThat(console.words("run")).contains("#77").contains("nightly · main · unit-tests failed");
            assertThat(console.words("log-lines")).as("it opened at the line").doesNotContain("step 3 of").contains(
                    "step 1499 of");

            console.press(KeyCode.ESCAPE);
            console.awaitGone("run-gone");
            console.awaitShown("runs-list");
        }
    }

    /// What an earlier day left in the archive of this console.
    private void keep(RunId run) throws Exception {
        Path log = Files.writeString(folder.resolve("old.log"), text());
        KeptLog about = new KeptLog(
                new JobKey(run, 7), "nightly", 77, "unit-tests", Conclusion.FAILURE, "main",
                Instant.parse("2026-02-04T09:30:00Z"));
        try (LogArchive archive =
                new LogArchive(Folders.below(folder).data(), 10_000_000, () -> Redaction.SHAPES_ONLY)) {
            archive.keep(about, log);
        }
    }

    private static String text() {
        return IntStream.rangeClosed(1, 2_000)
                .mapToObj(n -> n == 1_501 ? "ERROR quixotic_cursor is closed\n" : "step " + n + " of the build\n")
                .collect(Collectors.joining());
    }
}
