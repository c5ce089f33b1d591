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

/// Asks the tables for attempts whose jobs were never read. Runs that were skipped, cancelled or never started have no
/// jobs that tell how long one takes.
final class JoblessQuery {

    private final Connection connection;
    private final long row;
    private final RepositoryId repository;

    /// @param row of the repository
    JoblessQuery(Connection connection, long row, RepositoryId repository) {
        this.connection = connection;
        this.row = row;
        this.repository = repository;
    }

    /// @param oldest in microseconds
    List<AttemptKey> find(long oldest, int newest, int atMost) throws SQLException {
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
            try (ResultSet rows = query.executeQuery()) {
                List<AttemptKey> attempts = new ArrayList<>();
                while (rows.next()) {
                    attempts.add(new AttemptKey(new RunId(repository, rows.getLong(1)), rows.getInt(2)));
                }
                return attempts;
            }
        }
    }
}
