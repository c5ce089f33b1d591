package dev.signalbox.history.logs;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Rows of logs and their blocks.
final class ArchiveRows {

    private ArchiveRows() {}

    /// The row of a job's log that is kept as a whole.
    static Optional<Long> idOf(Connection connection, JobKey job) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                """
                        select id from log where connection = ? and owner = ? and name = ? and run = ? and job = ?
                        and complete = 1""")) {
            name(query, job);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        }
    }

    /// What a kept log was the log of.
    static Optional<KeptLog> about(Connection connection, JobKey job) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                """
                        select * from log where connection = ? and owner = ? and name = ? and run = ? and job = ?
                        and complete = 1""")) {
            name(query, job);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(log(rows)) : Optional.empty();
            }
        }
    }

    /// The log of a row that has all columns.
    static KeptLog log(ResultSet row) throws SQLException {
        RepositoryId repository = new RepositoryId(
                new ConnectionId(row.getString("connection")), row.getString("owner"), row.getString("name"));
        return new KeptLog(
                new JobKey(new RunId(repository, row.getLong("run")), row.getLong("job")),
                row.getString("workflow"),
                row.getLong("number"),
                row.getString("job_name"),
                conclusion(row.getString("conclusion")),
                row.getString("branch"),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    private static Conclusion conclusion(String name) {
        return Arrays.stream(Conclusion.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(Conclusion.UNKNOWN);
    }

    /// Makes the row of a log that is about to be written. What an earlier try left of it goes.
    static long begin(Connection connection, KeptLog log) throws SQLException {
        try (PreparedStatement old = connection.prepareStatement(
                """
                        select id from log where connection = ? and owner = ? and name = ? and run = ? and job = ?""")) {
            name(old, log.job());
            long id = 0;
            try (ResultSet rows = old.executeQuery()) {
                id = rows.next() ? rows.getLong(1) : 0;
            }
            remove(connection, id);
        }
        try (PreparedStatement row = connection.prepareStatement(
                """
                        insert into log(connection, owner, name, run, job, workflow, number, job_name, conclusion, branch, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")) {
            name(row, log.job());
            row.setString(6, log.workflow());
            row.setLong(7, log.number());
            row.setString(8, log.jobName());
            row.setString(9, log.conclusion().name());
            row.setString(10, log.branch());
            row.setLong(11, log.at().toEpochMilli());
            try (ResultSet rows = row.executeQuery()) {
                return rows.getLong(1);
            }
        }
    }

    /// Makes a written log one that is kept; false when somebody removed it meanwhile.
    static boolean finish(Connection connection, long id, long size) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(
                "update log set complete = 1, size = ? where id = ?")) {
            row.setLong(1, size);
            row.setLong(2, id);
            return row.executeUpdate() == 1;
        }
    }

    /// Removes a log with its blocks and what the index knows of them.
    static int remove(Connection connection, long id) throws SQLException {
        for (String sql : new String[] {
            "delete from words where rowid in (select id from block where log = ?)",
            "delete from content where block in (select id from block where log = ?)",
            "delete from block where log = ?", "delete from log where id = ?"
        }) {
            try (PreparedStatement row = connection.prepareStatement(sql)) {
                row.setLong(1, id);
                row.executeUpdate();
            }
        }
        return 1;
    }

    /// Removes logs, those kept first before others, until the rest takes no more than `cap` bytes; and what a console
    /// that died left unfinished.
    static int makeRoom(Connection connection, long cap) throws SQLException {
        int gone = 0;
        for (Optional<Long> next = superfluous(connection, cap); next.isPresent(); next =
                superfluous(connection, cap)) {
            gone += remove(connection, next.get());
        }
        if (gone > 0) {
            try (Statement statement = connection.createStatement()) {
                // Without this the index keeps the marks of what was deleted until it happens to merge.
                statement.execute("insert into words(words, rank) values ('merge', 500)");
            }
        }
        return gone;
    }

    private static Optional<Long> superfluous(Connection connection, long cap) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                """
                        select id from log
                        where complete = 0 or (select sum(size) from log) > ? order by complete, id limit 1""")) {
            query.setLong(1, cap);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        }
    }

    /// Gives every block of a log, in order.
    static void each(Connection connection, long log, Taker taker) throws SQLException, IOException {
        try (PreparedStatement query = connection.prepareStatement(
                "select text from block join content on content.block = block.id where log = ? order by block.id")) {
            query.setLong(1, log);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    taker.take(Packed.text(rows.getBytes(1)));
                }
            }
        }
    }

    /// Takes a text.
    interface Taker {
        void take(String text) throws IOException;
    }

    private static void name(PreparedStatement statement, JobKey job) throws SQLException {
        statement.setString(1, job.run().repository().connection().name());
        statement.setString(2, job.run().repository().owner());
        statement.setString(3, job.run().repository().name());
        statement.setLong(4, job.run().number());
        statement.setLong(5, job.job());
    }
}
