package dev.signalbox.history;

import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.port.JournalFailure;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells of rows of the journal that cannot be read: those that may have been sent for as long as they are there,
/// others for a month. What stands beside the record tells which is which.
final class UnreadActions {

    private static final Duration TOLD = Duration.ofDays(30);
    private static final int MOST = 5_000;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /// A phase that no row should have is none of them.
    private static final Set<String> SETTLED = Stream.of(Phase.values())
            .filter(phase -> switch (phase) {
                case CHECKING, DONE, FAILED, STOPPED, CLOSED -> true;
                case SENDING, VERIFYING, UNKNOWN -> false;
            })
            .map(Phase::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Database database;
    private final ActionJson json;
    private final InstantSource clock;

    UnreadActions(Database database, ActionJson json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /// A sentence for each kind.
    List<String> sentences() throws JournalFailure {
        List<Row> unread = rows();
        List<Instant> open = times(unread, false);
        List<Instant> settled = times(unread, true);
        List<String> sentences = new ArrayList<>();
        if (!open.isEmpty()) {
            sentences.add(counted(open) + " cannot be read; "
                    + (open.size() == 1
                            ? "it may have been sent. Its row is kept."
                            : "they may have been sent. Their rows are kept."));
        }
        if (!settled.isEmpty()) {
            sentences.add(counted(settled) + " cannot be read and "
                    + (settled.size() == 1
                            ? "is not shown. Its row is kept."
                            : "are not shown. Their rows are kept."));
        }
        return List.copyOf(sentences);
    }

    private List<Row> rows() throws JournalFailure {
        return database.run(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    """
                            select confirmed_at, phase, record from action
                            where at_end = 0 or phase = 'UNKNOWN' or confirmed_at >= ?
                            order by confirmed_at desc, rowid desc limit ?""")) {
                query.setLong(1, SqlJournal.micros(clock.instant().minus(TOLD)));
                query.setInt(2, MOST);
                try (ResultSet rows = query.executeQuery()) {
                    List<Row> unread = new ArrayList<>();
                    while (rows.next()) {
                        if (json.read(String.valueOf(rows.getString(3))).isEmpty()) {
                            unread.add(new Row(
                                    Instant.EPOCH.plus(rows.getLong(1), ChronoUnit.MICROS),
                                    SETTLED.contains(String.valueOf(rows.getString(2)))));
                        }
                    }
                    return List.copyOf(unread);
                }
            }
        });
    }

    private static List<Instant> times(List<Row> newestFirst, boolean settled) {
        return newestFirst.stream().filter(row -> row.settled() == settled).map(Row::confirmedAt).toList();
    }

    private static String counted(List<Instant> newestFirst) {
        String day = DAY.format(newestFirst.getFirst());
        return newestFirst.size() == 1
                ? "1 action of " + day
                : newestFirst.size() + " actions, the last of " + day + ",";
    }

    private record Row(Instant confirmedAt, boolean settled) {}
}
