package dev.signalbox.history.logs;

import dev.signalbox.port.JournalFailure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Takes secrets that became known later out of what is kept already. The index names the blocks that may hold one, so
/// only those are read; each is rewritten for itself, so that it may end at any time and go on later.
final class LogForgetting {

    /// A shorter secret may be a word of the text.
    private static final int LEAST = 12;

    /// Pages that the index is tidied by at a time.
    private static final int TIDIED = 500;

    /// Bytes of nothing that are written over free pages at a time.
    private static final int BLANK = 1 << 20;

    private final ArchiveFile file;
    private final LogCleaning cleaning;
    private final BooleanSupplier stopped;

    /// @param cleaning knows the secrets by now
    LogForgetting(ArchiveFile file, LogCleaning cleaning, BooleanSupplier stopped) {
        this.file = file;
        this.cleaning = cleaning;
        this.stopped = stopped;
    }

    /// @param found told of each block that held one
    /// @return false when it was stopped: then it is to be called again
    boolean rewrite(Collection<String> secrets, Runnable found) throws JournalFailure {
        for (String part : parts(secrets)) {
            for (long block : file.run(connection -> candidates(connection, part))) {
                if (stopped.getAsBoolean()) {
                    return false;
                }
                if (file.runWhole(connection -> rewrite(connection, block))) {
                    found.run();
                }
            }
        }
        return true;
    }

    /// Lines of them: no block has one that goes on over lines in one piece.
    private static List<String> parts(Collection<String> secrets) {
        return secrets.stream().flatMap(String::lines).map(String::strip).filter(line -> line.length() >= LEAST)
                .distinct().toList();
    }

    private static List<Long> candidates(Connection connection, String part) throws SQLException {
        String match = new LogWords("\"" + part + "\"").match();
        List<Long> blocks = new ArrayList<>();
        if (!match.isEmpty()) {
            try (PreparedStatement index = connection.prepareStatement("select rowid from words where words match ?")) {
                index.setString(1, match);
                try (ResultSet rows = index.executeQuery()) {
                    while (rows.next()) {
                        blocks.add(rows.getLong(1));
                    }
                }
            }
        }
        return blocks;
    }

    /// @return whether a secret was in it
    private boolean rewrite(Connection connection, long block) throws SQLException, IOException {
        String before = text(connection, block);
        StringBuilder text = new StringBuilder(before.length());
        StringBuilder words = new StringBuilder(before.length());
        before.lines().forEach(line -> {
            String clean = cleaning.again(line);
            text.append(clean).append('\n');
            words.append(LogCleaning.withoutTime(clean)).append('\n');
        });
        if (text.toString().equals(before)) {
            return false;
        }
        try (PreparedStatement content = connection.prepareStatement("update content set text = ? where block = ?");
                PreparedStatement old = connection.prepareStatement("delete from words where rowid = ?");
                PreparedStatement fresh = connection.prepareStatement("insert into words(rowid, text) values (?, ?)")) {
            content.setBytes(1, Packed.of(text.toString()));
            content.setLong(2, block);
            old.setLong(1, block);
            fresh.setLong(1, block);
            fresh.setString(2, words.toString());
            return content.executeUpdate() + old.executeUpdate() + fresh.executeUpdate() > 0;
        }
    }

    private static String text(Connection connection, long block) throws SQLException, IOException {
        try (PreparedStatement query = connection.prepareStatement("select text from content where block = ?")) {
            query.setLong(1, block);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Packed.text(row.getBytes(1)) : "";
            }
        }
    }

    /// What was deleted is still there until the index has merged its parts, pages that are free are written again, and the
    /// log beside the file is emptied.
    ///
    /// @return false when it was stopped, or somebody just reads what must go: then it is to be called again
    boolean tidy() throws JournalFailure {
        int pages = -TIDIED; // takes all parts of the index together, whatever their sizes (SQLite, FTS5, "merge")
        boolean more = true;
        while (more) {
            if (stopped.getAsBoolean()) {
                return false;
            }
            int merged = pages;
            more = file.run(connection -> merge(connection, merged));
            pages = TIDIED;
        }
        int unused = file.runWhole(LogForgetting::blank);
        return file.run(LogForgetting::emptyTheLog);
    }

    private static boolean merge(Connection connection, int pages) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long before = number(statement, "select total_changes()");
            statement.execute("insert into words(words, rank) values ('merge', " + pages + ")");
            return number(statement, "select total_changes()") - before >= 2;
        }
    }

    /// Pages that were freed before they were cleared as they are now: nothing is written over them.
    private static int blank(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long row = -1;
            while (number(statement, "pragma freelist_count") > 0) {
                statement.execute("insert into content(block, text) values (" + row + ", zeroblob(" + BLANK + "))");
                row--;
            }
            return statement.executeUpdate("delete from content where block < 0");
        }
    }

    /// @return false when somebody reads it just now
    private static boolean emptyTheLog(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return number(statement, "pragma wal_checkpoint(truncate)") == 0;
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.getLong(1);
        }
    }
}
