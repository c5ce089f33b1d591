package dev.signalbox.history;

import dev.signalbox.port.JournalFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/// The open file, one user at a time, its troubles told in words. Without a connection it refuses everything.
final class Database implements AutoCloseable {

    private final @Nullable Connection connection;
    private final Reserve reserve;
    private final FolderLock lock;
    private final String problem;
    private final List<String> notices;
    private boolean closed;

    Database(
            @Nullable Connection connection,
            Reserve reserve,
            FolderLock lock,
            String problem,
            List<String> notices) {
        this.connection = connection;
        this.reserve = reserve;
        this.lock = lock;
        this.problem = problem;
        this.notices = List.copyOf(notices);
    }

    String problem() {
        return problem;
    }

    List<String> notices() {
        return notices;
    }

    /// Runs `work` on the file.
    synchronized <T> T run(Work<T> work) throws JournalFailure {
        Connection open = connection;
        if (open == null) {
            throw new JournalFailure(problem);
        }
        if (closed) {
            throw new JournalFailure("The history file is closed.");
        }
        try {
            return work.on(open);
        } catch (SQLException e) {
            throw new JournalFailure(words(e), e);
        }
    }

    /// Runs `work` as one transaction: all of it or nothing.
    <T> T runWhole(Work<T> work) throws JournalFailure {
        return run(connection -> Transaction.whole(connection, work));
    }

    /// Runs `work`, which writes. Once the disk has room again, what was given back to it is reserved anew.
    synchronized <T> T runReserving(Work<T> work) throws JournalFailure {
        T done = run(work);
        reserve.take();
        return done;
    }

    /// The same; when the disk is full, gives the reserved space back to it and runs `work` once more. Only for what
    /// finishes a record: what begins one must be refused while the disk is full.
    synchronized <T> T runWithReserve(Work<T> work) throws JournalFailure {
        try {
            return runReserving(work);
        } catch (JournalFailure e) {
            if (isFull(e) && reserve.release()) {
                return run(work);
            }
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // Everything that was promised is on disk already; the next start recovers the rest from the write-ahead log.
            System.getLogger(Database.class.getName()).log(System.Logger.Level.WARNING, words(e));
        } finally {
            lock.close();
        }
    }

    private static boolean isFull(JournalFailure e) {
        return e.getCause() instanceof SQLiteException sqlite
                && switch (sqlite.getResultCode()) {
                    case SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_SHMSIZE -> true;
                    default -> false;
                };
    }

    /// What went wrong, as a sentence. SQLite's own text names no value of a row.
    static String words(SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return "The history file cannot be used: " + e.getMessage() + ".";
        }
        return switch (sqlite.getResultCode()) {
            case SQLITE_FULL -> "The disk is full: nothing can be written to the history file.";
            case SQLITE_READONLY, SQLITE_READONLY_DBMOVED, SQLITE_READONLY_DIRECTORY, SQLITE_PERM, SQLITE_CANTOPEN ->
                    "The history file cannot be written: this folder or file is read-only.";
            case SQLITE_BUSY, SQLITE_LOCKED -> "The history file is in use by another program.";
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                    "The history file is damaged. Start the console again: it puts the file aside and makes a fresh one.";
            default -> "The history file cannot be used: " + sqlite.getResultCode().message + ".";
        };
    }

    /// Something to do on the file.
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
