package dev.signalbox.history;

import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.Backfill;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunPast;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.RunHistory;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs, jobs and deployments as rows.
final class SqlRunHistory implements RunHistory {

    private final Database database;

    SqlRunHistory(Database database) {
        this.database = database;
    }

    @Override
    public void keep(List<Run> runs, List<Job> jobs, List<Deployment> deployments) throws JournalFailure {
        if (runs.isEmpty() && jobs.isEmpty() && deployments.isEmpty()) {
            return;
        }
        database.runWhole(connection -> {
            try (RunRows rows = new RunRows(connection)) {
                rows.runs(runs);
                rows.jobs(jobs);
                rows.deployments(deployments);
                return true;
            }
        });
    }

    @Override
    public void keep(Backfill reached, List<Run> runs) throws JournalFailure {
        database.runWhole(connection -> {
            try (RunRows rows = new RunRows(connection);
                    PreparedStatement cursor = connection.prepareStatement(
                            "update repository set filled_from = ?, filled_to = ?, filled = ? where id = ?")) {
                rows.runs(runs);
                cursor.setObject(1, microsOrNull(reached.from()));
                cursor.setObject(2, microsOrNull(reached.to()));
                cursor.setInt(3, reached.done() ? 1 : 0);
                cursor.setLong(4, rows.idOf(reached.repository()));
                return cursor.executeUpdate();
            }
        });
    }

    @Override
    public RunPast past(Run run, String defaultBranch) throws JournalFailure {
        return database.run(connection -> {
            try (RunRows rows = new RunRows(connection)) {
                Optional<Long> repository = rows.known(run.id().repository());
                return repository.isEmpty()
                        ? RunPast.NOTHING
                        : new PastQuery(connection, repository.get()).of(run, defaultBranch);
            }
        });
    }

    @Override
    public Optional<Instant> oldest(RepositoryId repository) throws JournalFailure {
        return one("""
                select min(created_at) from run join repository on repository.id = run.repository
                where connection = ? and owner = ? and name = ?""", repository,
                row -> instant(row, 1));
    }

    @Override
    public Backfill backfill(RepositoryId repository) throws JournalFailure {
        return one(
                "select filled_from, filled_to, filled from repository where connection = ? and owner = ? and name = ?",
                repository,
                row -> new Backfill(repository, instant(row, 1), instant(row, 2), row.getInt(3) == 1))
                .orElse(Backfill.notBegun(repository));
    }

    @Override
    public List<AttemptKey> withoutJobs(RepositoryId repository, Instant oldest, int newest, int atMost)
            throws JournalFailure {
        return attempts(repository, query -> query.withoutJobs(SqlJournal.micros(oldest), newest, atMost));
    }

    @Override
    public List<AttemptKey> missingAttempts(RepositoryId repository, Instant oldest, int atMost)
            throws JournalFailure {
        return attempts(repository, query -> query.missing(SqlJournal.micros(oldest), atMost));
    }

    private List<AttemptKey> attempts(RepositoryId repository, Question question) throws JournalFailure {
        return database.run(connection -> {
            try (RunRows rows = new RunRows(connection)) {
                Optional<Long> id = rows.known(repository);
                return id.isEmpty()
                        ? List.of()
                        : question.of(new BacklogQuery(connection, id.get(), repository));
            }
        });
    }

    @Override
    public void keepJobs(AttemptKey attempt, List<Job> jobs) throws JournalFailure {
        database.runWhole(connection -> {
            try (RunRows rows = new RunRows(connection);
                    PreparedStatement asked = connection.prepareStatement(
                            "update run set jobs_asked = 1 where repository = ? and id = ? and attempt = ?")) {
                rows.jobs(jobs);
                asked.setLong(1, rows.idOf(attempt.run().repository()));
                asked.setLong(2, attempt.run().number());
                asked.setInt(3, attempt.number());
                return asked.executeUpdate();
            }
        });
    }

    @Override
    public int forget(Instant oldest, int runs) throws JournalFailure {
        return database.runWhole(connection -> Forgetting.on(connection, SqlJournal.micros(oldest), runs));
    }

    private <T> Optional<T> one(String sql, RepositoryId repository, Row<@Nullable T> reading) throws JournalFailure {
        return database.run(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, repository.connection().name());
                query.setString(2, repository.owner());
                query.setString(3, repository.name());
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next() ? Optional.ofNullable(reading.read(rows)) : Optional.empty();
                }
            }
        });
    }

    static @Nullable Long microsOrNull(@Nullable Instant at) {
        return at == null ? null : SqlJournal.micros(at);
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull()
                ? null
                : Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }

    private interface Question {
        List<AttemptKey> of(BacklogQuery query) throws SQLException;
    }

    /// Reads one row.
    private interface Row<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }
}
