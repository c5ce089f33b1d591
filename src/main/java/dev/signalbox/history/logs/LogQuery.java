package dev.signalbox.history.logs;

import dev.signalbox.domain.ci.LogHits;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/// One search: the index names the blocks that have all parts of the words, newest log first; the lines of those are read.
final class LogQuery {

    /// Hits of one log: after these, other logs say more.
    private static final int PER_LOG = 5;

    /// Blocks that are read at most: about 64 MB of text, far less than a second. More of them means that the words are
    /// everywhere or, letter by letter, nowhere together.
    private static final int MOST_BLOCKS = 4_000;

    /// Words that are everywhere are in all blocks, and to name them all takes a tenth of a second for a gigabyte: the newest
    /// logs are asked for first, of so many blocks, and then of ever more.
    private static final int FIRST_BLOCKS = 1_000;
    private static final int MORE_BLOCKS = 4;

    /// After so many more hits they are told.
    private static final int TOLD = 10;

    private static final String[] NOTHING = {};

    private final Connection connection;
    private final LogWords words;
    private final BooleanSupplier stopped;
    private final int blocks;
    private final List<LogHits.Hit> hits = new ArrayList<>();
    private int read;
    private int told;

    LogQuery(Connection connection, LogWords words, BooleanSupplier stopped) {
        this(connection, words, stopped, FIRST_BLOCKS);
    }

    /// @param blocks of the logs that are asked for first
    LogQuery(Connection connection, LogWords words, BooleanSupplier stopped, int blocks) {
        this.blocks = blocks;
        this.connection = connection;
        this.words = words;
        this.stopped = stopped;
    }

    /// @param soFar hears of the first hit at once, and of more as they come
    LogHits find(int atMost, Consumer<LogHits> soFar) throws SQLException, IOException {
        List<Kept> logs = logs();
        boolean complete = true;
        int many = blocks;
        for (int from = 0; from < logs.size() && complete; many *= MORE_BLOCKS) {
            int to = next(logs, from, many);
            complete = look(logs.subList(from, to), logs.size(), atMost, soFar);
            from = to;
        }
        return new LogHits(List.copyOf(hits), logs.size(), complete);
    }

    /// Where the logs that are asked for together end.
    private static int next(List<Kept> logs, int from, int blocks) {
        int to = from;
        long sum = 0;
        while (to < logs.size() && (to == from || sum + logs.get(to).blocks() <= blocks)) {
            sum += logs.get(to).blocks();
            to++;
        }
        return to;
    }

    /// @return whether all of these logs were looked at
    private boolean look(List<Kept> logs, int count, int atMost, Consumer<LogHits> soFar)
            throws SQLException, IOException {
        long[] blocks = blocks(
                logs.stream().mapToLong(Kept::from).min().orElse(0), logs.stream().mapToLong(Kept::to).max().orElse(0));
        for (Kept log : logs) {
            int inLog = 0;
            for (int at = first(blocks, log.from()); at < blocks.length && blocks[at] <= log.to(); at++) {
                if (hits.size() >= atMost || read >= MOST_BLOCKS || stopped.getAsBoolean()) {
                    tell(count, soFar);
                    return false;
                }
                if (inLog < PER_LOG) {
                    read++;
                    inLog += look(blocks[at], log.id(), Math.min(PER_LOG - inLog, atMost - hits.size()));
                }
            }
            tell(count, soFar);
        }
        return true;
    }

    private void tell(int count, Consumer<LogHits> soFar) {
        if (hits.size() >= told + (told == 0 ? 1 : TOLD)) {
            told = hits.size();
            soFar.accept(new LogHits(List.copyOf(hits), count, false));
        }
    }

    /// The blocks between two that have all parts of the words, in order of their numbers.
    private long[] blocks(long from, long to) throws SQLException {
        try (PreparedStatement index = connection.prepareStatement(
                "select rowid from words where words match ? and rowid between ? and ?")) {
            index.setString(1, words.match());
            index.setLong(2, from);
            index.setLong(3, to);
            try (ResultSet rows = index.executeQuery()) {
                LongStream.Builder ids = LongStream.builder();
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
                return ids.build().sorted().toArray();
            }
        }
    }

    private static int first(long[] blocks, long from) {
        int at = Arrays.binarySearch(blocks, from);
        return at >= 0 ? at : -at - 1;
    }

    /// Logs with the numbers of their blocks, newest first.
    private List<Kept> logs() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        """
                                select id, (select min(block.id) from block where block.log = log.id),
                                    (select max(block.id) from block where block.log = log.id)
                                from log where complete = 1 order by at desc, id desc""")) {
            List<Kept> logs = new ArrayList<>();
            while (rows.next()) {
                logs.add(new Kept(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
            }
            return logs;
        }
    }

    private record Kept(long id, long from, long to) {

        long blocks() {
            return to - from + 1;
        }
    }

    /// @return hits in this block
    private int look(long block, long log, int atMost) throws SQLException, IOException {
        try (PreparedStatement query = connection.prepareStatement(
                """
                        select text, first_line, connection, owner, name, run, job, workflow, number, job_name, conclusion,
                            branch, at from block join log on log.id = block.log join content on content.block = block.id
                        where block.id = ? and block.log = ?""")) {
            query.setLong(1, block);
            query.setLong(2, log);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return 0;
                }
                long line = row.getLong(2);
                int found = 0;
                String whole = Packed.text(row.getBytes(1));
                for (String text : words.isIn(whole) ? whole.split("\n") : NOTHING) {
                    if (found < atMost && words.isIn(text)) {
                        found++;
                        hits.add(new LogHits.Hit(ArchiveRows.log(row), line,
                                words.around(LogCleaning.withoutTime(text))));
                    }
                    line++;
                }
                return found;
            }
        }
    }
}
