package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.history.logs.LogArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLogCopiesTest {

    @TempDir
    private Path folder;

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<KeptLog> found = new ArrayList<>();
    private final List<LogFile> files = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // opened before each test
    private LogArchive archive;

    @BeforeEach
    void open() throws Exception {
        archive = new LogArchive(folder, 1_000_000, () -> Redaction.SHAPES_ONLY);
        Path log = Files.writeString(folder.resolve("sent.log"), "first\nsecond\n");
        archive.keep(about(1), log);
        archive.keep(about(2), log);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void copiesAKeptLogInTheBackground() {
        read(1);
        assertThat(found).isEmpty();
        work.remove().run();
        assertThat(found).containsExactly(about(1));
        assertThat(files.getFirst().path()).hasParent(copies()).hasContent("first\nsecond\n");
        assertThat(files.getFirst().bytes()).isEqualTo(13);
        assertThat(absent).isEmpty();
    }

    @Test
    void keepsOneCopyAtATime() throws Exception {
        read(1);
        read(2);
        work.remove().run();
        work.remove().run();
        try (Stream<Path> there = Files.list(copies())) {
            assertThat(there).containsExactly(files.getLast().path());
        }
    }

    @Test
    void saysThatALogIsNotKept() {
        read(3);
        work.remove().run();
        assertThat(absent).containsExactly("");
        assertThat(copies()).as("nothing is made for it").doesNotExist();
    }

    @Test
    void saysWhyALogCannotBeRead() throws Exception {
        Files.writeString(copies(), "a file where the folder should be");
        read(1);
        work.remove().run();
        assertThat(absent).singleElement().asString().startsWith("Its kept log cannot be read: ").contains("kept");
        archive.close();
        read(1);
        work.remove().run();
        assertThat(absent.getLast()).isNotEmpty();
    }

    @Test
    void findsNothingBeforeTheConfigurationWasRead() {
        new KeptLogCopies(() -> null, copies(), Runnable::run, Runnable::run)
                .read(about(1).job(), (about, file) -> found.add(about), absent::add);
        assertThat(found).isEmpty();
        assertThat(absent).containsExactly("");
    }

    private void read(long job) {
        new KeptLogCopies(() -> archive, copies(), work::add, Runnable::run).read(
                about(job).job(),
                (about, file) -> {
                    found.add(about);
                    files.add(file);
                },
                absent::add);
    }

    private Path copies() {
        return folder.resolve("kept");
    }

    private static KeptLog about(long job) {
        RepositoryId web = new RepositoryId(new ConnectionId("github"), "acme", "web");
        return new KeptLog(
                new JobKey(new RunId(web, 9), job), "CI", 4, "unit-tests", Conclusion.FAILURE, "main",
                Instant.parse("2026-11-20T12:00:00Z"));
    }
}
