package dev.signalbox.history;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// Opens the database file: checks it, puts a damaged one aside, makes the tables. Never overwrites what it cannot read.
final class HistoryFile {

    static final int NO_LIMIT = 0;
    /// Grows with every change of the tables; a file of a higher one is left alone.
    static final int SCHEMA = 1;

    private static final String NAME = "history.db";
    private static final int APPLICATION = 0x51_67_62_78;
    private static final Set<String> REMOTE =
            Set.of("nfs", "nfs4", "cifs", "smbfs", "smb3", "fuse.sshfs", "9p", "afpfs");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final InstantSource clock;
    private final int pages;
    private final List<String> notices = new ArrayList<>();

    private HistoryFile(Path folder, InstantSource clock, int pages) {
        this.folder = folder.toAbsolutePath();
        this.clock = clock;
        this.pages = pages;
    }

    static Database open(Path folder, InstantSource clock, int pages) {
        return new HistoryFile(folder, clock, pages).open();
    }

    private Database open() {
        Reserve reserve = new Reserve(folder);
        FolderLock lock = FolderLock.NONE;
        try {
            makeFolder();
            FolderLock taken = FolderLock.take(folder);
            if (taken == null) {
                return refusing(reserve, lock, "Another console is using the folder " + folder + ".");
            }
            lock = taken;
            reserve.take();
            return new Database(connect(), reserve, lock, "", notices);
        } catch (IOException e) {
            return refusing(reserve, lock, "The folder " + folder + " cannot be written: it is read-only or missing.");
        } catch (Newer e) {
            return refusing(
                    reserve, lock,
                    "The history was written by a newer Signalbox. Update this one; the file is left as it is.");
        } catch (SQLException e) {
            return refusing(reserve, lock, Database.words(e));
        }
    }

    private Database refusing(Reserve reserve, FolderLock lock, String problem) {
        lock.close();
        return new Database(null, reserve, FolderLock.NONE, problem, notices);
    }

    private void makeFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private Connection connect() throws IOException, SQLException, Newer {
        Path file = folder.resolve(NAME);
        boolean known = Files.exists(file);
        if (known && Files.size(file) == 0 && !Files.exists(beside("-wal"))) {
            notices.add("The history file was empty; a fresh one was begun.");
        }
        try {
            return usable(file);
        } catch (Damaged e) {
            if (!known) {
                throw e;
            }
            putAside(file);
            return usable(file);
        }
    }

    private Connection usable(Path file) throws IOException, SQLException, Newer {
        Connection connection;
        try {
            connection = config().createConnection("jdbc:sqlite:" + file.toUri());
        } catch (SQLException e) {
            throw Damaged.ifSo(e);
        }
        boolean good = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma trusted_schema=0");
            if (!"ok".equals(text(statement, "pragma quick_check(1)"))) {
                throw new Damaged("quick_check found damage");
            }
            prepare(connection, statement);
            good = true;
            return connection;
        } catch (SQLException e) {
            throw Damaged.ifSo(e);
        } finally {
            if (!good) {
                connection.close();
            }
        }
    }

    private SQLiteConfig config() throws IOException {
        SQLiteConfig config = new SQLiteConfig();
        // The write-ahead log needs shared memory, which network file systems do not give.
        boolean remote = REMOTE.contains(Files.getFileStore(folder).type().toLowerCase(Locale.ROOT));
        config.setJournalMode(remote ? JournalMode.TRUNCATE : JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.enableLoadExtension(false);
        config.setBusyTimeout(2_000);
        if (pages != NO_LIMIT) {
            config.setMaxPageCount(pages);
        }
        return config;
    }

    private static void prepare(Connection connection, Statement statement) throws SQLException, Newer {
        int schema = Integer.parseInt(text(statement, "pragma user_version"));
        int application = Integer.parseInt(text(statement, "pragma application_id"));
        if (schema > SCHEMA || (application != 0 && application != APPLICATION)) {
            throw new Newer();
        }
        if (schema == 0) {
            connection.setAutoCommit(false);
            statement.execute(
                    """
                            create table action(
                                id text primary key, confirmed_at integer not null, phase text not null, at_end integer not null,
                                record text not null) strict""");
            statement.execute("create index action_by_time on action(confirmed_at)");
            statement.execute("create index action_unfinished on action(at_end) where at_end = 0");
            statement.execute(
                    """
                            create table good_revision(
                                cluster text not null, namespace text not null, kind text not null, name text not null,
                                hash text not null, uid text not null, version text not null,
                                since integer not null, until integer not null,
                                primary key (cluster, namespace, kind, name, uid, hash)) strict, without rowid""");
            statement.execute("pragma application_id=" + APPLICATION);
            statement.execute("pragma user_version=" + SCHEMA);
            connection.commit();
            connection.setAutoCommit(true);
        } else {
            text(statement, "select count(*) from (select id, record from action limit 1)");
            text(statement, "select count(*) from (select hash from good_revision limit 1)");
        }
    }

    private void putAside(Path file) throws IOException {
        String ending = ".corrupt-" + STAMP.format(clock.instant());
        for (String suffix : List.of("-wal", "-shm", "")) {
            Path part = beside(suffix);
            if (Files.exists(part)) {
                Files.move(part, folder.resolve(NAME + suffix + ending));
            }
        }
        notices.add("The history file was damaged. It was put aside as " + file.getFileName() + ending
                + " and a fresh one was begun: earlier actions and known-good revisions are not shown.");
    }

    private Path beside(String suffix) {
        return folder.resolve(NAME + suffix);
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    /// Made by a later console, or not ours at all.
    private static final class Newer extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// The file's content makes no sense.
    private static final class Damaged extends SQLException {
        private static final long serialVersionUID = 1;

        Damaged(String reason) {
            super(reason);
        }

        static SQLException ifSo(SQLException e) {
            return e instanceof org.sqlite.SQLiteException sqlite
                    && switch (sqlite.getResultCode()) {
                        case SQLITE_CORRUPT, SQLITE_CORRUPT_INDEX, SQLITE_CORRUPT_SEQUENCE, SQLITE_CORRUPT_VTAB,
                                SQLITE_NOTADB, SQLITE_ERROR -> true;
                        default -> false;
                    }
                            ? new Damaged(Database.words(e))
                            : e;
        }
    }
}
