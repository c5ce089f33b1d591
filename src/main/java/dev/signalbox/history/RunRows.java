package dev.signalbox.history;

import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes domain values into the tables of runs. Statements are made when they are first needed.
final class RunRows implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Map<RepositoryId, Long> ids = new HashMap<>();

    RunRows(Connection connection) {
        this.connection = connection;
    }

    void runs(List<Run> runs) throws SQLException {
        PreparedStatement row = prepared(
                """
                        insert into run(repository, id, attempt, workflow, workflow_name, workflow_path, number, title, event,
                            status, conclusion, branch, sha, actor, created_at, started_at, updated_at, finished_at, worked)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do update set status = excluded.status, conclusion = excluded.conclusion,
                            title = excluded.title, started_at = excluded.started_at, updated_at = excluded.updated_at,
                            finished_at = case when excluded.updated_at is run.updated_at
                                then coalesce(excluded.finished_at, run.finished_at) else excluded.finished_at end,
                            worked = case when excluded.updated_at is run.updated_at
                                then coalesce(excluded.worked, run.worked) else excluded.worked end
                        where run.updated_at is null or excluded.updated_at >= run.updated_at""");
        for (Run run : runs) {
            row.setLong(1, idOf(run.id().repository()));
            row.setLong(2, run.id().number());
            row.setInt(3, run.attempt());
            row.setLong(4, run.workflow());
            row.setString(5, run.workflowName());
            row.setString(6, run.workflowPath());
            row.setLong(7, run.number());
            row.setString(8, run.title());
            row.setString(9, run.event());
            row.setString(10, run.status().name());
            row.setString(11, run.conclusion().name());
            row.setString(12, run.branch());
            row.setString(13, run.headSha());
            row.setString(14, run.actor());
            row.setObject(15, SqlRunHistory.microsOrNull(run.createdAt()));
            row.setObject(16, SqlRunHistory.microsOrNull(run.startedAt()));
            row.setObject(17, SqlRunHistory.microsOrNull(run.updatedAt()));
            // Lists do not tell when a run finished. What was told counts as long as nothing has happened in it since.
            row.setObject(18, SqlRunHistory.microsOrNull(run.finishedAt()));
            row.setObject(19, run.worked() == null ? null : run.worked().toMillis() * 1_000);
            row.addBatch();
        }
        row.executeBatch();
    }

    void jobs(List<Job> jobs) throws SQLException {
        PreparedStatement row = prepared(
                """
                        insert into job(repository, run, attempt, id, name, status, conclusion, created_at, started_at, completed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do update set name = excluded.name, status = excluded.status,
                            conclusion = excluded.conclusion, started_at = excluded.started_at,
                            completed_at = excluded.completed_at
                        where job.status <> 'COMPLETED' or excluded.status = 'COMPLETED'""");
        for (Job job : jobs) {
            row.setLong(1, idOf(job.run().repository()));
            row.setLong(2, job.run().number());
            row.setInt(3, job.attempt());
            row.setLong(4, job.number());
            row.setString(5, job.name());
            row.setString(6, job.status().name());
            row.setString(7, job.conclusion().name());
            row.setObject(8, SqlRunHistory.microsOrNull(job.createdAt()));
            row.setObject(9, SqlRunHistory.microsOrNull(job.startedAt()));
            row.setObject(10, SqlRunHistory.microsOrNull(job.completedAt()));
            row.addBatch();
        }
        row.executeBatch();
    }

    void deployments(List<Deployment> deployments) throws SQLException {
        PreparedStatement row = prepared(
                """
                        insert into deployment(repository, id, environment, sha, ref, creator, state, created_at, run)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do update set state = excluded.state, run = coalesce(excluded.run, deployment.run)
                        where excluded.state <> 'UNKNOWN'""");
        for (Deployment deployment : deployments) {
            row.setLong(1, idOf(deployment.repository()));
            row.setLong(2, deployment.number());
            row.setString(3, deployment.environment());
            row.setString(4, deployment.sha());
            row.setString(5, deployment.ref());
            row.setString(6, deployment.creator());
            row.setString(7, deployment.state().name());
            row.setObject(8, SqlRunHistory.microsOrNull(deployment.createdAt()));
            row.setObject(9, deployment.run());
            row.addBatch();
        }
        row.executeBatch();
    }

    /// The row of a repository, made when it is new.
    long idOf(RepositoryId repository) throws SQLException {
        Long known = ids.get(repository);
        if (known != null) {
            return known;
        }
        PreparedStatement row = prepared(
                "insert into repository(connection, owner, name) values (?, ?, ?) on conflict do nothing");
        name(row, repository);
        row.executeUpdate();
        long id = known(repository).orElseThrow(() -> new SQLException("the row of a repository is gone"));
        ids.put(repository, id);
        return id;
    }

    /// The row of a repository, if there is one.
    Optional<Long> known(RepositoryId repository) throws SQLException {
        PreparedStatement query = prepared("select id from repository where connection = ? and owner = ? and name = ?");
        name(query, repository);
        try (ResultSet rows = query.executeQuery()) {
            return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
        }
    }

    private static void name(PreparedStatement statement, RepositoryId repository) throws SQLException {
        statement.setString(1, repository.connection().name());
        statement.setString(2, repository.owner());
        statement.setString(3, repository.name());
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }
}
