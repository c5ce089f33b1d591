package dev.signalbox.history;

import dev.signalbox.domain.team.TeamCommit;
import dev.signalbox.domain.team.TeamDecision;
import dev.signalbox.domain.team.TeamDecision.Verdict;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.TeamDecisions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decisions as rows. Only the newest one in force keeps its text; what was decided stays for good.
final class SqlTeamDecisions implements TeamDecisions {

    private static final String COLUMNS = "repository, branch, path, sha, author, committed_at, subject, verdict,"
            + " operator, decided_at, weakened";

    private final Database database;

    SqlTeamDecisions(Database database) {
        this.database = database;
    }

    @Override
    public void keep(TeamDecision decision) throws JournalFailure {
        database.run(connection -> Transaction.whole(connection, open -> {
            if (decision.verdict().isInForce()) {
                forgetTexts(open, decision.place());
            }
            try (PreparedStatement row = open.prepareStatement("insert into team_decision(" + COLUMNS
                    + ", text) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                place(row, decision.place());
                row.setString(4, decision.commit().id());
                row.setString(5, decision.commit().author());
                row.setLong(6, SqlJournal.micros(decision.commit().at()));
                row.setString(7, decision.commit().subject());
                row.setString(8, decision.verdict().name());
                row.setString(9, decision.operator());
                row.setLong(10, SqlJournal.micros(decision.at()));
                row.setString(11, String.join("\n", decision.weakened()));
                row.setString(12, decision.text());
                return row.executeUpdate() > 0;
            }
        }));
    }

    private static void forgetTexts(Connection open, TeamPlace place) throws SQLException {
        try (PreparedStatement old = open.prepareStatement(
                "update team_decision set text = '' where repository = ? and branch = ? and path = ? and text <> ''")) {
            place(old, place);
            old.executeUpdate();
        }
    }

    /// Without its text none is in force.
    @Override
    public void release(TeamPlace place) throws JournalFailure {
        database.run(connection -> Transaction.whole(connection, open -> {
            forgetTexts(open, place);
            return true;
        }));
    }

    @Override
    public Optional<TeamDecision> inForce(TeamPlace place) throws JournalFailure {
        return database.run(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select " + COLUMNS
                    + ", text from team_decision where repository = ? and branch = ? and path = ?"
                    + " and verdict in ('ADOPTED', 'ACCEPTED') order by id desc limit 1")) {
                place(query, place);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next() && !rows.getString(12).isEmpty()
                            ? Optional.of(decision(rows, rows.getString(12)))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public List<TeamDecision> recent(int atMost) throws JournalFailure {
        return database.run(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select " + COLUMNS + " from team_decision order by id desc limit ?")) {
                query.setInt(1, atMost);
                List<TeamDecision> all = new ArrayList<>();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        all.add(decision(rows, ""));
                    }
                }
                return List.copyOf(all);
            }
        });
    }

    private static void place(PreparedStatement statement, TeamPlace place) throws SQLException {
        statement.setString(1, place.repository());
        statement.setString(2, place.branch());
        statement.setString(3, place.path());
    }

    private static TeamDecision decision(ResultSet row, String text) throws SQLException {
        return new TeamDecision(
                new TeamPlace(row.getString(1), row.getString(2), row.getString(3)),
                new TeamCommit(
                        row.getString(4), row.getString(5), SqlGoodRevisions.instant(row.getLong(6)),
                        row.getString(7)),
                Verdict.valueOf(row.getString(8)),
                row.getString(9),
                SqlGoodRevisions.instant(row.getLong(10)),
                row.getString(11).lines().toList(),
                text);
    }
}
