package dev.signalbox.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The tables, as the steps that made them. A file of any earlier version is brought up to date on opening, each step as a
/// whole or not at all. A step that has left this house is never edited: what is to change becomes a new step at the end.
final class Schema {

    /// One step.
    ///
    /// @param statements what it does, in order
    /// @param probes selects that fail when something it made is gone
    record Step(List<String> statements, List<String> probes) {}

    /// Step `n` of this list, counted from one, makes version `n` of the file.
    static final List<Step> STEPS = List.of(
            new Step(
                    List.of(
                            """
                                    create table action(
                                        id text primary key, confirmed_at integer not null, phase text not null, at_end integer not null,
                                        record text not null) strict""",
                            "create index action_by_time on action(confirmed_at)",
                            "create index action_unfinished on action(at_end) where at_end = 0",
                            """
                                    create table good_revision(
                                        cluster text not null, namespace text not null, kind text not null, name text not null,
                                        hash text not null, uid text not null, version text not null,
                                        since integer not null, until integer not null,
                                        primary key (cluster, namespace, kind, name, uid, hash)) strict, without rowid"""),
                    List.of("select id, record from action limit 1", "select hash from good_revision limit 1")),
            new Step(RunTables.STATEMENTS, RunTables.PROBES),
            new Step(RunTables.GAP, List.of("select filled_to from repository limit 1")),
            new Step(TestTables.STATEMENTS, TestTables.PROBES),
            new Step(TeamTables.STATEMENTS, TeamTables.PROBES),
            new Step(RunTables.FINISH, List.of("select finished_at from run limit 1")),
            new Step(RunTables.JOBS, List.of("select jobs_asked from run limit 1")),
            new Step(TrustTables.STATEMENTS, TrustTables.PROBES),
            new Step(RunTables.WORK, List.of("select worked from run limit 1")));

    private final List<Step> steps;

    Schema(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /// The tables as this console wants them.
    static Schema current() {
        return new Schema(STEPS);
    }

    /// The version that this console makes; a file of a higher one is left alone.
    int version() {
        return steps.size();
    }

    /// Brings a file from version `from` up to date and marks it as ours.
    ///
    /// @throws SQLException with nothing changed of the step that failed
    void bring(Connection connection, int from, int application) throws SQLException {
        for (int next = from + 1; next <= steps.size(); next++) {
            int version = next;
            Transaction.whole(connection, open -> {
                try (Statement statement = open.createStatement()) {
                    for (String sql : steps.get(version - 1).statements()) {
                        statement.execute(sql);
                    }
                    statement.execute("pragma application_id=" + application);
                    return statement.execute("pragma user_version=" + version);
                }
            });
        }
    }

    /// Looks whether everything that version `version` has is there.
    void probe(Connection connection, int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Step step : steps.subList(0, version)) {
                for (String sql : step.probes()) {
                    try (ResultSet rows = statement.executeQuery(sql)) {
                        rows.next();
                    }
                }
            }
        }
    }
}
