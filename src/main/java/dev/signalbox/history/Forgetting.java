package dev.signalbox.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Removes what is too old or too much.
final class Forgetting {

    private Forgetting() {}

    /// @param oldest in microseconds: what was created earlier goes
    /// @param runs how many attempts of runs stay at most
    /// @return how many went
    static int on(Connection connection, long oldest, int runs) throws SQLException {
        long limit = Math.max(oldest, tooMany(connection, runs));
        int gone;
        try (PreparedStatement row = connection.prepareStatement(
                "delete from run where coalesce(created_at, 0) < ?")) {
            row.setLong(1, limit);
            gone = row.executeUpdate();
        }
        try (PreparedStatement row = connection.prepareStatement(
                "delete from deployment where coalesce(created_at, 0) < ?")) {
            row.setLong(1, limit);
            row.executeUpdate();
        }
        if (gone > 0) {
            try (PreparedStatement row = connection.prepareStatement("""
                    delete from job where not exists (select 1 from run where run.repository = job.repository
                        and run.id = job.run and run.attempt = job.attempt) and created_at < ?""")) {
                row.setLong(1, limit);
                row.executeUpdate();
            }
        }
        return gone;
    }

    /// The time of creation from which on no more than `runs` remain; the beginning of time when there are not that many.
    private static long tooMany(Connection connection, int runs) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select created_at from run where created_at is not null order by created_at desc limit 1 offset ?")) {
            query.setInt(1, runs);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) + 1 : Long.MIN_VALUE;
            }
        }
    }
}
