package dev.signalbox.history.logs;

import dev.signalbox.port.JournalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;

/// Another console's file of kept logs, opened for each question and closed after it. Nothing beside it is made and
/// nothing in it is written, whatever becomes of its owner meanwhile.
///
/// SQLite, "Read-Only WAL-Mode Databases" and "URI Filenames": while the owner has written to the log beside the file,
/// only that log and its index tell what is true, and the index is opened without being written (`readonly_shm`). Without
/// such a log the file alone is read as one that nobody changes (`immutable`), and is looked at again afterwards: whoever
/// changed it meanwhile made the answer worthless.
final class LookedAtFile implements KeptLogReading.Source {

    /// How often is asked while its owner changes it under the question.
    private static final int TRIES = 3;

    private final Path file;

    LookedAtFile(Path file) {
        this.file = file;
    }

    /// Whether there is anything to look at.
    boolean isThere() {
        return Files.isRegularFile(file);
    }

    @Override
    public <T> T run(KeptLogReading.Work<T> work) throws JournalFailure {
        try {
            for (int i = 0; i < TRIES; i++) {
                Optional<T> answer = once(work);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        } catch (IOException e) {
            throw new JournalFailure("The kept logs of the other console cannot be read.", e);
        }
        throw new JournalFailure("The other console is just writing its kept logs. Search again in a moment.");
    }

    /// @return nothing when the file changed meanwhile
    private <T> Optional<T> once(KeptLogReading.Work<T> work) throws SQLException, IOException {
        boolean beside = isBeside();
        Stamp before = stamp();
        try {
            T answer = ask(beside ? "?mode=ro&readonly_shm=1" : "?immutable=1", work);
            return beside || before.equals(stamp()) && !isBeside() ? Optional.of(answer) : Optional.empty();
        } catch (SQLException | IOException odd) {
            if (!beside && (isBeside() || !before.equals(stamp()))) {
                return Optional.empty();
            }
            throw odd;
        }
    }

    private <T> T ask(String how, KeptLogReading.Work<T> work) throws SQLException, IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        config.setBusyTimeout(2_000);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri() + how);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma trusted_schema=0");
            try (ResultSet rows = statement.executeQuery("pragma user_version")) {
                if (rows.getInt(1) != ArchiveFile.VERSION) {
                    throw new SQLException("they were written by another version of Signalbox");
                }
            }
            return work.on(connection);
        }
    }

    /// Whether there is a log beside it in which something stands.
    private boolean isBeside() throws IOException {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        return Files.exists(log) && Files.size(log) > 0;
    }

    private Stamp stamp() throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(now.size(), now.lastModifiedTime().toInstant().toString());
    }

    private record Stamp(long size, String written) {}

    private static JournalFailure failure(SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return new JournalFailure("The kept logs of the other console cannot be read: " + e.getMessage() + ".", e);
        }
        return switch (sqlite.getResultCode()) {
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_BUSY_RECOVERY, SQLITE_BUSY_SNAPSHOT, SQLITE_PROTOCOL ->
                    new JournalFailure(
                            "The other console is just writing its kept logs. Search again in a moment.", e);
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY, SQLITE_READONLY_CANTINIT, SQLITE_READONLY_DIRECTORY ->
                    new JournalFailure(
                            "The kept logs of the other console cannot be read from here: its files do not allow it.",
                            e);
            case SQLITE_CORRUPT, SQLITE_CORRUPT_VTAB, SQLITE_CORRUPT_INDEX, SQLITE_CORRUPT_SEQUENCE, SQLITE_NOTADB ->
                    new JournalFailure(
                            "The kept logs of the other console are damaged; it begins them afresh by itself.", e);
            default -> new JournalFailure(
                    "The kept logs of the other console cannot be read: " + sqlite.getResultCode().message + ".", e);
        };
    }
}
