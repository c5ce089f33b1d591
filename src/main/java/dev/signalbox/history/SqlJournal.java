package dev.signalbox.history;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.port.Journal;
import dev.signalbox.port.JournalFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The journal as rows: one per plan, the record as JSON. Each write is a transaction of its own, synced when it returns.
final class SqlJournal implements Journal {

    private final Database database;
    private final ActionJson json;
    private final Supplier<Redaction> known;

    /// @param known takes secrets out of what is written down
    SqlJournal(Database database, ActionJson json, Supplier<Redaction> known) {
        this.known = known;
        this.database = database;
        this.json = json;
    }

    @Override
    public void write(ActionRecord action) throws JournalFailure {
        String record = json.write(action.withoutSecrets(known.get()));
        Database.Work<Boolean> work = connection -> {
            try (PreparedStatement row = connection.prepareStatement(
                    """
                            insert into action(id, confirmed_at, phase, at_end, record) values (?, ?, ?, ?, ?)
                            on conflict(id) do update set phase = excluded.phase, at_end = excluded.at_end, record = excluded.record""")) {
                row.setString(1, action.plan().id().text());
                row.setLong(2, micros(action.confirmedAt()));
                row.setString(3, action.phase().name());
                row.setInt(4, action.phase().isEnd() ? 1 : 0);
                row.setString(5, record);
                row.executeUpdate();
                return true;
            }
        };
        if (asksToSend(action)) {
            database.runReserving(work);
        } else {
            database.runWithReserve(work);
        }
    }

    @Override
    public List<ActionRecord> unfinished() throws JournalFailure {
        return database.run(connection -> records(connection,
                "select record from action where at_end = 0 order by confirmed_at, rowid limit ?", 1_000));
    }

    @Override
    public List<ActionRecord> recent(int atMost) throws JournalFailure {
        return database.run(connection -> records(
                connection, "select record from action order by confirmed_at desc, rowid desc limit ?", atMost));
    }

    /// Whether something would be sent once this is written: then a full disk must refuse it.
    private static boolean asksToSend(ActionRecord action) {
        return action.phase() == Phase.CHECKING
                || action.steps().stream().anyMatch(step -> step.fate() == Fate.INTENDED);
    }

    private List<ActionRecord> records(Connection connection, String sql, int atMost) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, atMost);
            try (ResultSet rows = query.executeQuery()) {
                List<ActionRecord> records = new ArrayList<>();
                while (rows.next()) {
                    // A row that cannot be read stays where it is; the others are still worth showing.
                    Optional.ofNullable(rows.getString(1)).flatMap(json::read).ifPresent(records::add);
                }
                return List.copyOf(records);
            }
        }
    }

    static long micros(Instant instant) {
        return Math.multiplyExact(instant.getEpochSecond(), 1_000_000L) + instant.getNano() / 1_000;
    }
}
