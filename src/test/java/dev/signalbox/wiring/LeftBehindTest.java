package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// Files that pass are gone after their console, however it ended, and never before.
class LeftBehindTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void theNextConsoleRemovesWhatAKilledOneLeftAndNothingOfALivingOne() throws Exception {
        Path cache = folder.resolve("cache");
        try (ChildJvm killed = leaving("a", cache); ChildJvm living = leaving("b", cache)) {
            Path left = Path.of(killed.line());
            Path used = Path.of(living.line());
            assertThat(left).isRegularFile().isNotEqualTo(used);
            killed.kill();
            Folders folders = new Folders(folder.resolve("c"), cache, folder.resolve("c"));
            folders.make();
            try (Engine next = Engine.open(Machine.here(), folders)) {
                WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !Files.exists(folderOf(left)));
                assertThat(used).isRegularFile();
                assertThat(Objects.requireNonNull(next.passing("pods").getParent())).isDirectory();
            }
            assertThat(used).isRegularFile();
            try (Stream<Path> rest = Files.list(cache)) {
                assertThat(rest).as("it left nothing behind itself")
                        .containsExactly(folderOf(used));
            }
        }
    }

    @Test
    void aLivingFolderStaysAndAnAbandonedOneGoes() throws Exception {
        Path abandoned = folder.resolve("console-1");
        Files.createDirectories(abandoned.resolve("pods"));
        Files.writeString(abandoned.resolve("pods/pod.log"), "line");
        Files.writeString(abandoned.resolve("console.lock"), "");
        try (PassingFolder living = PassingFolder.make(folder, "console-")) {
            Files.writeString(living.path().resolve("pod.log"), "line");
            living.clearOthers();
            assertThat(living.path().resolve("pod.log")).hasContent("line");
            assertThat(abandoned).doesNotExist();
        }
    }

    @Test
    void nothingElseIsTouched() throws Exception {
        Path other = Files.writeString(Files.createDirectories(folder.resolve("logs")).resolve("7.log"), "line");
        Path beside = Files.createDirectories(folder.resolve("outside"));
        Path outside = Files.writeString(beside.resolve("it"), "line");
        Path file = Files.writeString(folder.resolve("console-file"), "line");
        Path linked = Files.createSymbolicLink(folder.resolve("console-link"), beside);
        Path abandoned = Files.createDirectories(folder.resolve("console-1"));
        Files.createSymbolicLink(abandoned.resolve("link"), beside);
        try (PassingFolder living = PassingFolder.make(folder, "console-")) {
            living.clearOthers();
        }
        assertThat(other).hasContent("line");
        assertThat(outside).as("a link is not followed").hasContent("line");
        assertThat(file).exists();
        assertThat(linked).exists();
        assertThat(abandoned).doesNotExist();
    }

    @Test
    void aConsoleThatMayWriteNothingStartsAllTheSame() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Folders folders = new Folders(folder.resolve("data"), file, folder.resolve("data"));
        try (Engine engine = Engine.open(Machine.here(), folders)) {
            assertThat(engine.passing("pods")).doesNotExist();
        }
        assertThat(file).isEmptyFile();
    }

    @Test
    void oldLogsAndHalfOnesGo() throws Exception {
        Path young = aged("logs/github-1/1-2.log", FetchedLogs.OLD.minusSeconds(60));
        Path old = aged("logs/github-1/1-3.log", FetchedLogs.OLD.plusSeconds(60));
        Path half = aged("logs/github-1/part-77.tmp", FetchedLogs.HALF.plusSeconds(60));
        Path coming = aged("logs/github-1/part-78.tmp", FetchedLogs.HALF.minusSeconds(60));
        FetchedLogs.clear(folder.resolve("logs"), NOW);
        assertThat(young).exists();
        assertThat(coming).exists();
        assertThat(old).doesNotExist();
        assertThat(half).doesNotExist();
        FetchedLogs.clear(folder.resolve("never-was"), NOW);
    }

    /// The console's own, of a log in it.
    private static Path folderOf(Path log) {
        return Objects.requireNonNull(Objects.requireNonNull(log.getParent()).getParent());
    }

    private Path aged(String name, Duration age) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, "line");
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }

    private ChildJvm leaving(String name, Path cache) throws IOException {
        return ChildJvm.start(LeavingConsole.class, folder.resolve(name).toString(), cache.toString());
    }
}
