package dev.signalbox.history;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteJDBCLoader;

/// SQLite's native library, which has to be unpacked before it can be loaded: into the folder for temporary files or,
/// where programs may not run from there (`noexec`, as hardened workstations have it) or nothing can be written, into
/// a folder of ours.
final class SqliteLibrary {

    static final String FOLDER = "native";

    /// Read by the driver: <https://github.com/xerial/sqlite-jdbc/blob/master/USAGE.md>.
    private static final String PLACE = "org.sqlite.tmpdir";

    private final Path ours;

    SqliteLibrary(Path data) {
        ours = data.resolve(FOLDER);
    }

    /// Loads it, unless this process has it already.
    ///
    /// @throws SQLException with both places in words, when it can be loaded from neither
    void load() throws SQLException {
        String usual = System.getProperty(PLACE, System.getProperty("java.io.tmpdir", ""));
        if (isLoaded()) {
            return;
        }
        String chosen = System.getProperty(PLACE);
        try {
            makeEmpty();
            System.setProperty(PLACE, ours.toString());
            if (isLoaded()) {
                return;
            }
        } catch (IOException e) {
            System.getLogger(SqliteLibrary.class.getName()).log(System.Logger.Level.DEBUG, "No folder of ours", e);
        } finally {
            if (chosen == null) {
                System.clearProperty(PLACE);
            } else {
                System.setProperty(PLACE, chosen);
            }
        }
        throw new SQLException("SQLite's library runs neither from " + usual + " nor from " + ours
                + ", where programs may not run or nothing can be written");
    }

    private static boolean isLoaded() {
        try {
            return SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            // Its own logger has told why.
            return false;
        }
    }

    /// A console that was killed left its copy, and nobody else takes it away.
    private void makeEmpty() throws IOException {
        Files.createDirectories(ours);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(ours)) {
            for (Path file : old) {
                deleteQuietly(file);
            }
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException inUse) {
            System.getLogger(SqliteLibrary.class.getName()).log(System.Logger.Level.DEBUG, "Left: " + file);
        }
    }
}
