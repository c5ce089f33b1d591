package dev.signalbox.history.logs;

import dev.signalbox.port.JournalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteException;

/// One connection to the file of kept logs, one user at a time, its troubles told in words.
final class ArchiveFile implements KeptLogReading.Source, AutoCloseable {

    static final int APPLICATION = 0x51_67_62_6C;
    static final int VERSION = 1;

    private static final String DAMAGED = "The kept logs were damaged; they were thrown away and are begun afresh.";

    private final Path file;
    private final AtomicInteger lives;
    private final int pages;
    private int life;
    private @Nullable Connection connection;
    private boolean closed;

    /// @param lives shared by all connections to the file: how often it was thrown away
    /// @param pages that the file may have at most; zero for any number
    ArchiveFile(Path file, AtomicInteger lives, int pages) {
        this.pages = pages;
        this.file = file;
        this.lives = lives;
    }

    @Override
    public synchronized <T> T run(KeptLogReading.Work<T> work) throws JournalFailure {
        if (closed) {
            throw new JournalFailure("The kept logs are closed.");
        }
        try {
            return work.on(opened());
        } catch (SQLException e) {
            throw failure(e);
        } catch (IOException e) {
            throw new JournalFailure("A kept log cannot be written to this disk.", e);
        }
    }

    /// All of `work` or nothing of it.
    <T> T runWhole(KeptLogReading.Work<T> work) throws JournalFailure {
        return run(open -> {
            execute(open, "begin immediate");
            boolean good = false;
            try {
                T result = work.on(open);
                execute(open, "commit");
                good = true;
                return result;
            } finally {
                if (!good) {
                    rollBack(open);
                }
            }
        });
    }

    /// A full disk makes SQLite roll back by itself; that there is nothing left must not hide why.
    private static void rollBack(Connection connection) {
        try {
            execute(connection, "rollback");
        } catch (SQLException nothingLeft) {
            System.getLogger(ArchiveFile.class.getName()).log(System.Logger.Level.DEBUG, "Rolled back already");
        }
    }

    private Connection opened() throws SQLException {
        Connection known = connection;
        if (known != null && life == lives.get()) {
            return known;
        }
        closeQuietly();
        life = lives.get();
        Connection fresh = config().createConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri());
        connection = fresh;
        prepare(fresh);
        return fresh;
    }

    private SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // A log that is lost with the power can be fetched again; the file stays sound either way.
        config.setSynchronous(SynchronousMode.NORMAL);
        config.enforceForeignKeys(true);
        config.enableLoadExtension(false);
        config.setBusyTimeout(2_000);
        if (pages > 0) {
            config.setMaxPageCount(pages);
        }
        return config;
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma trusted_schema=0");
            // What is removed is gone from the file, not only from its tables.
            statement.execute("pragma secure_delete=on");
            int version;
            try (ResultSet rows = statement.executeQuery("pragma user_version")) {
                version = rows.getInt(1);
            }
            if (version > VERSION) {
                throw new SQLException("they were written by a newer Signalbox; update this one");
            }
            if (version == VERSION) {
                return;
            }
            statement.execute("begin immediate");
            for (String sql : TABLES) {
                statement.execute(sql);
            }
            statement.execute("pragma application_id=" + APPLICATION);
            statement.execute("pragma user_version=" + VERSION);
            statement.execute("commit");
        }
    }

    private static final List<String> TABLES = List.of(
            """
                    create table if not exists log(
                        id integer primary key autoincrement, connection text not null, owner text not null,
                        name text not null, run integer not null, job integer not null, workflow text not null,
                        number integer not null, job_name text not null, conclusion text not null, branch text not null,
                        at integer not null, size integer not null default 0, complete integer not null default 0,
                        unique (connection, owner, name, run, job)) strict""",
            """
                    create table if not exists block(
                        id integer primary key autoincrement, log integer not null references log(id) on delete cascade,
                        first_line integer not null) strict""",
            // Apart from its block, so that a search that asks for many blocks reads small rows.
            "create table if not exists content(block integer primary key, text blob not null) strict",
            "create index if not exists block_of_log on block(log)",
            """
                    create virtual table if not exists words using fts5(
                        text, content='', contentless_delete=1, detail=none, tokenize='trigram')""");

    private JournalFailure failure(SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return new JournalFailure("The kept logs cannot be used: " + e.getMessage() + ".", e);
        }
        return switch (sqlite.getResultCode()) {
            case SQLITE_CORRUPT, SQLITE_CORRUPT_VTAB, SQLITE_CORRUPT_INDEX, SQLITE_CORRUPT_SEQUENCE, SQLITE_NOTADB -> {
                throwAway();
                yield new JournalFailure(DAMAGED, e);
            }
            case SQLITE_FULL, SQLITE_IOERR_WRITE -> new JournalFailure("The disk is full: no log can be kept.", e);
            case SQLITE_BUSY, SQLITE_LOCKED -> new JournalFailure(
                    "The kept logs are in use by another program.", e);
            case SQLITE_READONLY, SQLITE_READONLY_DIRECTORY, SQLITE_CANTOPEN, SQLITE_PERM -> new JournalFailure(
                    "The kept logs cannot be written: the folder is read-only or missing.", e);
            default -> new JournalFailure(
                    "The kept logs cannot be used: " + sqlite.getResultCode().message + ".", e);
        };
    }

    private void throwAway() {
        closeQuietly();
        lives.incrementAndGet();
        try {
            for (String suffix : List.of("-wal", "-shm", "")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            }
        } catch (IOException e) {
            // The next use says so again.
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void closeQuietly() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            System.getLogger(ArchiveFile.class.getName()).log(System.Logger.Level.DEBUG,
                    "Kept logs did not close well");
        } finally {
            connection = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        closeQuietly();
    }
}
