package dev.signalbox.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.port.JournalFailure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedHistoryTest {

    private static final InstantSource CLOCK = InstantSource.fixed(SampleActions.NOON);
    private static final String ASIDE = "history.db.corrupt-20261102T120000Z";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void keepSomeHistory() throws Exception {
        file = folder.resolve("history.db");
        try (History history = History.open(folder, CLOCK)) {
            for (int n = 0; n < 20; n++) {
                history.journal().write(SampleActions.checking("a" + n));
            }
        }
    }

    @Test
    void putsAsideAFileWithAZeroedPageAndBeginsAFreshOne() throws Exception {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(4096L * 2);
            bytes.write(new byte[4096 * 3]);
        }
        assertBeginsAfresh();
    }

    @Test
    void putsAsideATruncatedFile() throws Exception {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(4096L * 2 + 100);
        }
        assertBeginsAfresh();
    }

    @Test
    void putsAsideWhatIsNoDatabase() throws Exception {
        Files.writeString(file, "<!doctype html><title>Sign in</title>".repeat(500));
        assertBeginsAfresh();
    }

    @Test
    void putsAsideADatabaseWithoutOurTables() throws Exception {
        sql("drop table action");
        assertBeginsAfresh();
    }

    @Test
    void saysThatAnEmptyFileWasFound() throws Exception {
        Files.write(file, new byte[0]);
        try (History history = History.open(folder, CLOCK)) {
            assertThat(history.notices()).containsExactly("The history file was empty; a fresh one was begun.");
            assertThat(history.journal().recent(5)).isEmpty();
        }
    }

    @Test
    void leavesAFileOfANewerConsoleAlone() throws Exception {
        sql("pragma user_version=" + (Schema.current().version() + 1));
        byte[] before = Files.readAllBytes(file);
        try (History history = History.open(folder, CLOCK)) {
            assertThat(history.problem()).contains("newer Signalbox").contains("left as it is");
            assertThatExceptionOfType(JournalFailure.class)
                    .isThrownBy(() -> history.journal().write(SampleActions.checking("x")));
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void leavesADatabaseOfAnotherProgramAlone() throws Exception {
        sql("pragma application_id=77");
        try (History history = History.open(folder, CLOCK)) {
            assertThat(history.problem()).isNotEmpty();
        }
        assertThat(folder.resolve(ASIDE)).doesNotExist();
    }

    @Test
    void survivesAWriteAheadLogThatIsMissingOrTorn() throws Exception {
        Files.writeString(folder.resolve("history.db-wal"), "torn");
        try (History history = History.open(folder, CLOCK)) {
            assertThat(history.problem()).isEmpty();
            assertThat(history.journal().recent(50)).hasSize(20);
        }
    }

    @Test
    void showsTheOtherActionsWhenOneRowCannotBeRead() throws Exception {
        sql("update action set record = '{}' where id = 'a3'");
        try (History history = History.open(folder, CLOCK)) {
            assertThat(history.journal().recent(50)).hasSize(19);
            assertThat(history.journal().unfinished()).hasSize(19);
            assertThat(history.unreadActions()).containsExactly(
                    "1 action of 2 November 2026 cannot be read and is not shown. Its row is kept.");
        }
    }

    @Test
    void saysThatAnActionWhichCannotBeReadMayHaveBeenSent() throws Exception {
        sql("update action set record = '{}', phase = 'SENDING' where id = 'a3'");
        assertThat(unreadLater(Duration.ZERO)).containsExactly(
                "1 action of 2 November 2026 cannot be read; it may have been sent. Its row is kept.");
        sql("update action set record = '{}', phase = 'UNKNOWN', at_end = 1 where id = 'a4'");
        sql("update action set record = '', phase = 'odd' where id = 'a5'");
        sql("update action set record = 'null', phase = 'DONE', at_end = 1 where id in ('a6', 'a7')");
        assertThat(unreadLater(Duration.ZERO)).containsExactly(
                "3 actions, the last of 2 November 2026, cannot be read; they may have been sent. Their rows are kept.",
                "2 actions, the last of 2 November 2026, cannot be read and are not shown. Their rows are kept.");
        assertThat(unreadLater(Duration.ofDays(40))).singleElement().asString().contains("may have been sent");
    }

    @Test
    void saysNothingOfActionsThatCanBeRead() throws Exception {
        assertThat(unreadLater(Duration.ZERO)).isEmpty();
        sql("pragma application_id=77");
        assertThat(unreadLater(Duration.ZERO)).as("that nothing can be read is told otherwise").isEmpty();
    }

    private List<String> unreadLater(Duration later) {
        try (History history = History.open(folder, InstantSource.offset(CLOCK, later))) {
            return history.unreadActions();
        }
    }

    private void assertBeginsAfresh() throws Exception {
        try (History history = History.open(folder, CLOCK)) {
            assertThat(history.problem()).isEmpty();
            assertThat(history.notices()).singleElement().asString().contains("damaged").contains(ASIDE);
            assertThat(history.journal().recent(5)).isEmpty();
            history.journal().write(SampleActions.checking("b"));
            assertThat(history.journal().recent(5)).hasSize(1);
        }
        assertThat(folder.resolve(ASIDE)).exists();
    }

    private void sql(String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statements = connection.createStatement()) {
            statements.execute(statement);
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
    }
}
