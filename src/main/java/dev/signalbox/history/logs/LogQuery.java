package dev.signalbox.history.logs;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogHits;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/// One search: the index names the blocks that have all parts of the words, newest log first; the lines of those are read.
final class LogQuery {

    /// Hits of one log: after these, other logs say more.
    private static final int PER_LOG = 5;

    /// Blocks that are read at most: about 64 MB of text, far less than a second. More of them means that the words are
    /// everywhere or, letter by letter, nowhere together.
    private static final int MOST_BLOCKS = 4_000;

    private final Connection connection;
    private final LogWords words;
    private final BooleanSupplier stopped;
    private final List<LogHits.Hit> hits = new ArrayList<>();

    LogQuery(Connection connection, LogWords words, BooleanSupplier stopped) {
        this.connection = connection;
        this.words = words;
        this.stopped = stopped;
    }

    LogHits find(int atMost) throws SQLException, IOException {
        boolean complete = true;
        try (PreparedStatement index = connection.prepareStatement(
                """
                        select block.id, log.id from words
                        join block on block.id = words.rowid join log on log.id = block.log
                        where words match ? and log.complete = 1 order by log.at desc, log.id desc, block.id""")) {
            index.setString(1, words.match());
            try (ResultSet rows = index.executeQuery()) {
                int read = 0;
                int inLog = 0;
                long before = -1;
                while (complete && rows.next()) {
                    long log = rows.getLong(2);
                    inLog = log == before ? inLog : 0;
                    before = log;
                    if (hits.size() >= atMost || read >= MOST_BLOCKS || stopped.getAsBoolean()) {
                        complete = false;
                    } else if (inLog < PER_LOG) {
                        read++;
                        inLog += look(rows.getLong(1), Math.min(PER_LOG - inLog, atMost - hits.size()));
                    }
                }
            }
        }
        return new LogHits(List.copyOf(hits), count(), complete);
    }

    /// @return hits in this block
    private int look(long block, int atMost) throws SQLException, IOException {
        try (PreparedStatement query = connection.prepareStatement(
                """
                        select text, first_line, connection, owner, name, run, job, workflow, number, job_name, conclusion,
                            branch, at from block join log on log.id = block.log join content on content.block = block.id
                        where block.id = ?""")) {
            query.setLong(1, block);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return 0;
                }
                long line = row.getLong(2);
                int found = 0;
                for (String text : Packed.text(row.getBytes(1)).split("\n")) {
                    if (found < atMost && words.isIn(text)) {
                        found++;
                        hits.add(new LogHits.Hit(log(row), line, words.around(LogCleaning.withoutTime(text))));
                    }
                    line++;
                }
                return found;
            }
        }
    }

    private int count() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from log where complete = 1")) {
            return rows.getInt(1);
        }
    }

    private static KeptLog log(ResultSet row) throws SQLException {
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
}
