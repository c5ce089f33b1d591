package dev.signalbox.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// All of something or nothing of it.
final class Transaction {

    private Transaction() {}

    static <T> T whole(Connection connection, Database.Work<T> work) throws SQLException {
        execute(connection, "begin immediate");
        boolean good = false;
        try {
            T result = work.on(connection);
            execute(connection, "commit");
            good = true;
            return result;
        } finally {
            if (!good) {
                rollBack(connection);
            }
        }
    }

    /// A full disk makes SQLite roll back by itself; then there is nothing left to roll back, and that must not hide why.
    private static void rollBack(Connection connection) {
        try {
            execute(connection, "rollback");
        } catch (SQLException nothingLeft) {
            System.getLogger(Transaction.class.getName()).log(
                    System.Logger.Level.DEBUG, "Rolled back already: {0}", nothingLeft.getErrorCode());
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
