package dev.signalbox.history;

import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Asks the tables for attempts of which something was never read.
final class BacklogQuery {

    /// The provider allows 50 times; a number beyond that is no reason to count to it.
    private static final int MOST_ATTEMPTS = 51;

    private final Connection connection;
    private final long row;
    private final RepositoryId repository;

    /// @param row of the repository
    BacklogQuery(Connection connection, long row, RepositoryId repository) {
        this.connection = connection;
        this.row = row;
        this.repository = repository;
    }

    /// Those whose jobs are missing. Runs that were skipped, cancelled or never started have no jobs that tell how long one
    /// takes.
    ///
    /// @param oldest in microseconds
    List<AttemptKey> withoutJobs(long oldest, int newest, int atMost) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                """
                        select id, attempt from (
                            select id, attempt, conclusion, jobs_asked,
                                row_number() over (partition by workflow order by number desc, attempt desc) as place
                            from run where repository = ?1 and created_at >= ?2 and status = 'COMPLETED'
                                and conclusion in ('SUCCESS', 'FAILURE', 'TIMED_OUT')) as ended
                        where jobs_asked = 0 and (place <= ?3 or conclusion <> 'SUCCESS')
                            and not exists (select 1 from job
                                where job.repository = ?1 and job.run = ended.id and job.attempt = ended.attempt)
                        order by place > ?3, place, id desc limit ?4""")) {
            query.setLong(1, row);
            query.setLong(2, oldest);
            query.setInt(3, newest);
            query.setInt(4, atMost);
            return attempts(query);
        }
    }

    /// Those that are missing themselves, before the newest kept one of their run.
    ///
    /// @param oldest in microseconds
    List<AttemptKey> missing(long oldest, int atMost) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                """
                        with recursive newest(id, attempt) as (
                            select id, min(max(attempt), ?3) from run
                            where repository = ?1 and created_at >= ?2 group by id having max(attempt) > 1),
                        earlier(id, attempt) as (
                            select id, attempt - 1 from newest
                            union all select id, attempt - 1 from earlier where attempt > 1)
                        select id, attempt from earlier
                        where not exists (select 1 from run
                            where run.repository = ?1 and run.id = earlier.id and run.attempt = earlier.attempt)
                        order by id desc, attempt limit ?4""")) {
            query.setLong(1, row);
            query.setLong(2, oldest);
            query.setInt(3, MOST_ATTEMPTS);
            query.setInt(4, atMost);
            return attempts(query);
        }
    }

    private List<AttemptKey> attempts(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            List<AttemptKey> attempts = new ArrayList<>();
            while (rows.next()) {
                attempts.add(new AttemptKey(new RunId(repository, rows.getLong(1)), rows.getInt(2)));
            }
            return attempts;
        }
    }
}
