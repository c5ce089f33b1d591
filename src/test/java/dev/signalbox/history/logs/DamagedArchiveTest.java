package dev.signalbox.history.logs;

import static dev.signalbox.history.logs.SampleLogs.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.domain.text.Redaction;
import dev.signalbox.port.JournalFailure;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedArchiveTest {

    private static final long CAP = 50_000_000;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void keepSome() throws Exception {
        file = folder.resolve("kept-logs.db");
        try (LogArchive archive = archive()) {
            for (int job = 1; job <= 5; job++) {
                keep(archive, job, lines(2_000));
            }
        }
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void beginsAfreshAfterSayingThatTheFileWasDamaged() throws Exception {
        Files.writeString(file, "<!doctype html><title>Sign in</title>".repeat(500));
        try (LogArchive archive = archive()) {
            assertThatExceptionOfType(JournalFailure.class)
                    .isThrownBy(() -> archive.search("crate-7", 5, () -> false, hits -> {}))
                    .withMessageContaining("damaged").withMessageContaining("begun afresh");
            assertThat(archive.search("crate-7", 5, () -> false, hits -> {}).hits()).isEmpty();
            keep(archive, 9, lines(10));
            assertThat(archive.search("crate-7", 5, () -> false, hits -> {}).hits()).hasSize(1);
        }
    }

    @Test
    void bothConnectionsBeginAfreshWhenOneMeetsTheDamage() throws Exception {
        try (LogArchive archive = archive()) {
            keep(archive, 6, lines(10));
            assertThat(archive.search("crate-7", 5, () -> false, hits -> {}).hits()).isNotEmpty();
            archive.close();
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long page = 1; page < bytes.length() / 4096; page++) {
                bytes.seek(page * 4096);
                bytes.write(new byte[4096]);
            }
        }
        try (LogArchive archive = archive()) {
            assertThatExceptionOfType(JournalFailure.class)
                    .isThrownBy(() -> archive.search("crate-7", 5, () -> false, hits -> {}));
            keep(archive, 9, lines(10));
            assertThat(archive.search("crate-7", 5, () -> false, hits -> {}).hits()).hasSize(1);
        }
    }

    @Test
    void leavesAFileOfANewerConsoleAlone() throws Exception {
        sql("pragma user_version=99");
        try (LogArchive archive = archive()) {
            assertThatExceptionOfType(JournalFailure.class)
                    .isThrownBy(() -> archive.search("crate-7", 5, () -> false, hits -> {}))
                    .withMessageContaining("newer Signalbox");
        }
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void saysThatAnotherProgramHoldsTheFileAndGoesOnWhenItLetsGo() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement();
                LogArchive archive = archive()) {
            statement.execute("begin immediate");
            assertThatExceptionOfType(JournalFailure.class)
                    .isThrownBy(() -> keep(archive, 7, lines(10)))
                    .withMessageContaining("in use by another program");
            assertThat(archive.search("crate-7", 50, () -> false, hits -> {}).hits()).isNotEmpty();
            statement.execute("rollback");
            keep(archive, 7, lines(10));
            assertThat(archive.has(about(7, 0).job())).isTrue();
        }
    }

    @Test
    void saysThatTheDiskIsFullAndKeepsWhatWasThere() throws Exception {
        try (LogArchive archive = new LogArchive(folder, CAP, () -> Redaction.SHAPES_ONLY, 400)) {
            assertThatExceptionOfType(JournalFailure.class)
                    .isThrownBy(() -> keep(archive, 7, lines(200_000)))
                    .withMessageStartingWith("The disk is full");
            assertThat(archive.has(about(7, 0).job())).isFalse();
            assertThat(archive.has(about(1, 0).job())).isTrue();
            assertThat(archive.search("crate-7", 50, () -> false, hits -> {}).hits()).isNotEmpty();
        }
    }

    @Test
    void refusesAFolderThatCannotBeWritten() throws Exception {
        Path inTheWay = Files.createFile(folder.resolve("in-the-way"));
        try (LogArchive archive = new LogArchive(inTheWay, CAP, () -> Redaction.SHAPES_ONLY)) {
            assertThatExceptionOfType(JournalFailure.class)
                    .isThrownBy(() -> archive.search("crate-7", 5, () -> false, hits -> {}))
                    .withMessageContaining("read-only or missing");
        }
    }

    @Test
    void doesNotShowALogThatWasNotWrittenToItsEndAndRemovesIt() throws Exception {
        sql("update log set complete = 0 where job = 1");
        try (LogArchive archive = archive()) {
            assertThat(archive.has(about(1, 0).job())).isFalse();
            assertThat(archive.search("crate-7", 50, () -> false, hits -> {}).hits())
                    .noneMatch(hit -> hit.log().job().job() == 1);
            keep(archive, 8, lines(10));
        }
        assertThat(count("select count(*) from log where complete = 0")).isZero();
        assertThat(count("select count(*) from block where log = 1")).isZero();
    }

    @Test
    void twoConsolesKeepAndSearchTheSameFile() throws Exception {
        try (LogArchive first = archive();
                LogArchive second = archive()) {
            keep(first, 7, "only the first has seen this\n");
            keep(second, 8, "only the second has seen this\n");
            assertThat(first.search("has seen this", 50, () -> false, hits -> {}).hits()).hasSize(2);
            assertThat(second.search("has seen this", 50, () -> false, hits -> {}).hits()).hasSize(2);
        }
    }

    @Test
    void aLogWhoseFileIsGoneIsNotKept() throws Exception {
        try (LogArchive archive = archive()) {
            assertThatExceptionOfType(JournalFailure.class)
                    .isThrownBy(() -> archive.keep(about(7, 0), folder.resolve("gone.log")))
                    .withMessageContaining("cannot be read");
            assertThat(archive.has(about(7, 0).job())).isFalse();
        }
        assertThat(count("select count(*) from log where job = 7")).isZero();
    }

    private LogArchive archive() {
        return new LogArchive(folder, CAP, () -> Redaction.SHAPES_ONLY);
    }

    private void keep(LogArchive archive, long job, String text) throws Exception {
        archive.keep(about(job, 0), Files.writeString(folder.resolve("job.log"), text));
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "Compiling crate-" + n + " " + Integer.toHexString(n * 0x9E3779B1) + "\n")
                .collect(Collectors.joining());
    }

    private void sql(String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private int count(String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(text)) {
            return rows.getInt(1);
        }
    }
}
