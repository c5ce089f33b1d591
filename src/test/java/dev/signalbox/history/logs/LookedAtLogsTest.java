package dev.signalbox.history.logs;

import static dev.signalbox.history.logs.SampleLogs.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogHits;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.KeptLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The kept logs of a folder that another console has.
class LookedAtLogsTest {

    private static final Redaction KNOWN = new Redaction(List.of("correct-horse-battery"));

    @TempDir
    Path folder;

    private Path theirs;
    private LogArchive owner;
    private LogArchive own;
    private LookedAtLogs looked;

    @BeforeEach
    void open() throws IOException {
        theirs = Files.createDirectory(folder.resolve("theirs"));
        owner = new LogArchive(theirs, 50_000_000, () -> KNOWN);
        own = new LogArchive(Files.createDirectory(folder.resolve("own")), 50_000_000, () -> KNOWN);
        looked = new LookedAtLogs(theirs, own, () -> KNOWN);
    }

    @AfterEach
    void close() {
        own.close();
        owner.close();
    }

    @Test
    void findsWhatALivingConsoleHasJustKeptAndTouchesNothing() throws Exception {
        keep(owner, about(1, 0), "one\nbaskets_v42 is missing\n");
        assertThat(theirs.resolve("kept-logs.db-wal")).as("it stands in the log beside the file").isNotEmptyFile();
        Map<String, String> before = files();

        LogHits hits = search("baskets_v42");

        assertThat(hits.hits()).containsExactly(new LogHits.Hit(about(1, 0), 2, "baskets_v42 is missing"));
        assertThat(hits.searched()).isEqualTo(1);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void theOwnerGoesOnKeepingWhileItIsLookedAt() throws Exception {
        keep(owner, about(1, 0), "baskets_v42\n");
        List<Boolean> kept = new ArrayList<>();

        LogHits hits = looked.search("baskets_v42", 50, () -> false, some -> {
            try {
                keep(owner, about(2 + kept.size(), 1), "baskets_v42 again\n");
                kept.add(true);
            } catch (IOException | JournalFailure hindered) {
                throw new AssertionError(hindered);
            }
        });

        assertThat(kept).isNotEmpty();
        assertThat(hits.hits()).isNotEmpty();
        assertThat(search("again").hits()).hasSize(kept.size());
    }

    @Test
    void readsTheFileOfAConsoleThatHasEndedAndMakesNothingBesideIt() throws Exception {
        keep(owner, about(1, 0), "baskets_v42\n");
        owner.close();
        assertThat(files()).containsOnlyKeys("kept-logs.db");
        Map<String, String> before = files();

        assertThat(search("baskets_v42").hits()).hasSize(1);
        assertThat(looked.has(about(1, 0).job())).isTrue();
        assertThat(looked.about(about(1, 0).job())).contains(about(1, 0));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatMayOnlyBeReadIsEnough() throws Exception {
        keep(owner, about(1, 0), "baskets_v42\n");
        owner.close();
        Files.setPosixFilePermissions(theirs.resolve("kept-logs.db"), PosixFilePermissions.fromString("r--r--r--"));
        Files.setPosixFilePermissions(theirs, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertThat(search("baskets_v42").hits()).hasSize(1);
        } finally {
            Files.setPosixFilePermissions(theirs, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void readsWhatAConsoleThatWasKilledLeft() throws Exception {
        keep(owner, about(1, 0), "baskets_v42\n");
        Path left = Files.createDirectory(folder.resolve("left"));
        for (String name : List.of("kept-logs.db", "kept-logs.db-wal", "kept-logs.db-shm")) {
            Files.copy(theirs.resolve(name), left.resolve(name));
        }
        theirs = left;
        looked = new LookedAtLogs(left, own, () -> KNOWN);
        Map<String, String> before = files();

        assertThat(search("baskets_v42").hits()).hasSize(1);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void withoutTheIndexOfTheLogBesideItTheAnswerIsTrueOrASentence() throws Exception {
        keep(owner, about(1, 0), "baskets_v42\n");
        Path left = Files.createDirectory(folder.resolve("left"));
        for (String name : List.of("kept-logs.db", "kept-logs.db-wal")) {
            Files.copy(theirs.resolve(name), left.resolve(name));
        }
        theirs = left;
        looked = new LookedAtLogs(left, own, () -> KNOWN);
        Map<String, String> before = files();

        assertThatExceptionOfType(JournalFailure.class).isThrownBy(() -> search("baskets_v42"))
                .withMessage("The kept logs of the other console cannot be read from here: its files do not allow it.");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whereNothingIsKeptOnlyTheOwnOnesAreSearched() throws Exception {
        keep(own, about(7, 0), "baskets_v42\n");

        assertThat(search("baskets_v42").hits()).hasSize(1);
        assertThat(looked.has(about(1, 0).job())).isFalse();
        assertThat(looked.about(about(1, 0).job())).isEmpty();
        assertThat(looked.copy(about(1, 0).job(), folder.resolve("copy.log"))).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsFetchedMeanwhileIsKeptElsewhereAndFoundWithTheirs() throws Exception {
        keep(owner, about(1, 0), "baskets_v42 theirs\n");
        keep(owner, about(2, 5), "baskets_v42 both\n");
        keep(owner, about(4, -1), "baskets_v42 old\n");
        Map<String, String> before = files();
        keep(looked, about(2, 5), "baskets_v42 both\n");
        keep(looked, about(3, 2), "baskets_v42 own\n");

        assertThat(files()).isEqualTo(before);
        LogHits hits = search("baskets_v42");
        assertThat(hits.hits()).extracting(LogHits.Hit::text).as("newest first, each once").containsExactly(
                "baskets_v42 both", "baskets_v42 own", "baskets_v42 theirs", "baskets_v42 old");
        assertThat(hits.searched()).isEqualTo(5);
        assertThat(hits.complete()).isTrue();
        LogHits few = looked.search("baskets_v42", 2, () -> false, some -> {});
        assertThat(few.hits()).hasSize(2);
        assertThat(few.complete()).isFalse();
        Path copy = folder.resolve("copy.log");
        assertThat(looked.copy(about(1, 0).job(), copy)).isPresent();
        assertThat(copy).hasContent("baskets_v42 theirs");
        assertThat(looked.copy(about(3, 2).job(), copy)).isPresent();
        assertThat(copy).hasContent("baskets_v42 own");
    }

    @Test
    void aSecretInTheQuestionIsTakenOutOfItToo() throws Exception {
        keep(owner, about(1, 0), "the token is correct-horse-battery\n");

        assertThat(search("correct-horse-battery").hits()).isEmpty();
        assertThat(search("token").hits()).extracting(LogHits.Hit::text).allMatch(text -> !text.contains("horse"));
    }

    @Test
    void aDamagedFileIsToldOfAndLeftToItsOwner() throws Exception {
        keep(owner, about(1, 0), "baskets_v42\n");
        owner.close();
        byte[] noise = new byte[8_192];
        Arrays.fill(noise, (byte) 0x5a);
        Files.write(theirs.resolve("kept-logs.db"), noise);

        assertThatExceptionOfType(JournalFailure.class).isThrownBy(() -> search("baskets_v42"))
                .withMessage("The kept logs of the other console are damaged; it begins them afresh by itself.");
        assertThat(theirs.resolve("kept-logs.db")).hasBinaryContent(noise);
    }

    @Test
    void aFileOfAnotherVersionIsNotGuessedAt() throws Exception {
        keep(owner, about(1, 0), "baskets_v42\n");
        owner.close();
        try (Connection newer = DriverManager.getConnection("jdbc:sqlite:" + theirs.resolve("kept-logs.db"));
                Statement statement = newer.createStatement()) {
            statement.execute("pragma user_version=99");
        }

        assertThatExceptionOfType(JournalFailure.class).isThrownBy(() -> search("baskets_v42"))
                .withMessageContaining("were written by another version of Signalbox");
    }

    @Test
    void whatChangesUnderTheQuestionIsAskedAgainAndNotForEver() throws Exception {
        keep(owner, about(1, 0), "baskets_v42\n");
        owner.close();
        Path file = theirs.resolve("kept-logs.db");
        LookedAtFile asked = new LookedAtFile(file);
        AtomicInteger times = new AtomicInteger();

        int answer = asked.run(connection -> {
            if (times.incrementAndGet() < 3) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(times.get())));
            }
            return times.get();
        });

        assertThat(answer).isEqualTo(3);
        assertThatExceptionOfType(JournalFailure.class)
                .isThrownBy(() -> asked.run(connection -> {
                    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(times.incrementAndGet())));
                    return "worthless";
                }))
                .withMessage("The other console is just writing its kept logs. Search again in a moment.");
    }

    @Test
    void whatCannotBeWrittenIsNotWritten() throws Exception {
        keep(owner, about(1, 0), "baskets_v42\n");
        LookedAtFile asked = new LookedAtFile(theirs.resolve("kept-logs.db"));

        assertThatExceptionOfType(JournalFailure.class).isThrownBy(() -> asked.run(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("delete from log");
            }
        }));
        assertThat(search("baskets_v42").hits()).hasSize(1);
    }

    private LogHits search(String text) throws JournalFailure {
        return looked.search(text, 50, () -> false, some -> {});
    }

    private void keep(KeptLogs where, KeptLog log, String text) throws IOException, JournalFailure {
        Path file = Files.createTempFile(folder, "fetched", ".log");
        Files.writeString(file, text, StandardOpenOption.TRUNCATE_EXISTING);
        where.keep(log, file);
    }

    /// Every file of the other console, with its bytes.
    private Map<String, String> files() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.list(theirs)) {
            for (Path file : all.toList()) {
                found.put(String.valueOf(file.getFileName()), Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return found;
    }
}
