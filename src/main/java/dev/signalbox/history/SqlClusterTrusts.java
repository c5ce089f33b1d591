package dev.signalbox.history;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.ClusterFingerprint;
import dev.signalbox.domain.cluster.ClusterTrust;
import dev.signalbox.port.ClusterTrusts;
import dev.signalbox.port.JournalFailure;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

/// Decisions about clusters as rows, one after another.
final class SqlClusterTrusts implements ClusterTrusts {

    private final Database database;

    SqlClusterTrusts(Database database) {
        this.database = database;
    }

    @Override
    public Optional<ClusterTrust> of(ConnectionId cluster) throws JournalFailure {
        return database.run(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select server, authority, uid, operator, at"
                    + " from cluster_trust where cluster = ? order by id desc limit 1")) {
                query.setString(1, cluster.name());
                try (ResultSet row = query.executeQuery()) {
                    return row.next()
                            ? Optional.of(new ClusterTrust(
                                    cluster,
                                    new ClusterFingerprint(row.getString(1), row.getString(2), row.getString(3)),
                                    row.getString(4), SqlGoodRevisions.instant(row.getLong(5))))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public void keep(ClusterTrust trust) throws JournalFailure {
        database.run(connection -> Transaction.whole(connection, open -> {
            try (PreparedStatement row = open.prepareStatement("insert into cluster_trust(cluster, server, authority,"
                    + " uid, operator, at) values (?, ?, ?, ?, ?, ?)")) {
                row.setString(1, trust.cluster().name());
                row.setString(2, trust.fingerprint().server());
                row.setString(3, trust.fingerprint().authority());
                row.setString(4, trust.fingerprint().uid());
                row.setString(5, trust.operator());
                row.setLong(6, SqlJournal.micros(trust.at()));
                return row.executeUpdate() > 0;
            }
        }));
    }
}
