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

    private static final String NAME = "history.db";
    private static final int APPLICATION = 0x51_67_62_78;
    private static final Set<String> REMOTE =
            Set.of("nfs", "nfs4", "cifs", "smbfs", "smb3", "fuse.sshfs", "9p", "afpfs");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final InstantSource clock;
    private final int pages;
    private final Schema schema;
    private final List<String> notices = new ArrayList<>();

    private HistoryFile(Path folder, InstantSource clock, int pages, Schema schema) {
        this.folder = folder.toAbsolutePath();
        this.clock = clock;
        this.pages = pages;
        this.schema = schema;
    }

    static Database open(Path folder, InstantSource clock, int pages) {
        return open(folder, clock, pages, Schema.current());
    }

    static Database open(Path folder, InstantSource clock, int pages, Schema schema) {
        return new HistoryFile(folder, clock, pages, schema).open();
    }

    private Database open() {
        Reserve reserve = new Reserve(folder);
        FolderLock lock = FolderLock.NONE;
        try {
            makeFolder();
            new SqliteLibrary(folder).load();
            FolderLock taken = FolderLock.take(folder);
            if (taken == null) {
                return refusing(reserve, lock, "Another console is using the folder " + folder + ".");
            }
            lock = taken;
            reserve.take();
            return new Database(connect(), reserve, lock, "", notices);
        } catch (IOException e) {
            return refusing(reserve, lock, "The folder " + folder + " cannot be written: it is read-only or missing.");
        } catch (LeftAlone e) {
            return refusing(reserve, lock, String.valueOf(e.getMessage()));
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

    private Connection connect() throws IOException, SQLException, LeftAlone {
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

    private Connection usable(Path file) throws IOException, SQLException, LeftAlone {
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

    private void prepare(Connection connection, Statement statement) throws SQLException, LeftAlone {
        int version = Integer.parseInt(text(statement, "pragma user_version"));
        int application = Integer.parseInt(text(statement, "pragma application_id"));
        if (version > schema.version() || (application != 0 && application != APPLICATION)) {
            throw new LeftAlone(
                    "The history was written by a newer Signalbox. Update this one; the file is left as it is.");
        }
        schema.probe(connection, version);
        try {
            schema.bring(connection, version, APPLICATION);
        } catch (SQLException e) {
            // The file was well a moment ago: whatever stops the step is no reason to put the history aside.
            if (version > 0 && Damaged.ifSo(e) != e) {
                throw new LeftAlone("The history file of an earlier Signalbox could not be brought up to date. "
                        + "It is left as it is.");
            }
            throw e;
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

    /// Made by a later console, not ours at all, or of an earlier console and not to be brought up to date.
    private static final class LeftAlone extends Exception {
        private static final long serialVersionUID = 1;

        LeftAlone(String words) {
            super(words);
        }
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
