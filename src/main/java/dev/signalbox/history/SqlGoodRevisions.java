package dev.signalbox.history;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.port.GoodRevisions;
import dev.signalbox.port.JournalFailure;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Known-good revisions as rows.
final class SqlGoodRevisions implements GoodRevisions {

    private final Database database;

    SqlGoodRevisions(Database database) {
        this.database = database;
    }

    @Override
    public void keep(GoodRevision revision) throws JournalFailure {
        database.run(connection -> {
            try (PreparedStatement row = connection.prepareStatement(
                    """
                            insert into good_revision(cluster, namespace, kind, name, uid, hash, version, since, until)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict do update set version = excluded.version, since = excluded.since, until = excluded.until""")) {
                WorkloadKey workload = revision.workload();
                row.setString(1, workload.cluster().name());
                row.setString(2, workload.namespace());
                row.setString(3, workload.kind().name());
                row.setString(4, workload.name());
                row.setString(5, revision.workloadUid());
                row.setString(6, revision.hash());
                row.setString(7, revision.version());
                row.setLong(8, SqlJournal.micros(revision.since()));
                row.setLong(9, SqlJournal.micros(revision.until()));
                return row.executeUpdate();
            }
        });
    }

    @Override
    public List<GoodRevision> all() throws JournalFailure {
        return database.run(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    """
                            select cluster, namespace, kind, name, uid, hash, version, since, until from good_revision
                            order by cluster, namespace, kind, name, until desc""");
                    ResultSet rows = query.executeQuery()) {
                List<GoodRevision> all = new ArrayList<>();
                while (rows.next()) {
                    if (isKnownKind(rows.getString(3))) {
                        all.add(revision(rows));
                    }
                }
                return List.copyOf(all);
            }
        });
    }

    private static GoodRevision revision(ResultSet row) throws SQLException {
        WorkloadKey workload = new WorkloadKey(
                new ConnectionId(row.getString(1)),
                row.getString(2),
                WorkloadKind.valueOf(row.getString(3)),
                row.getString(4));
        return new GoodRevision(
                workload,
                row.getString(5),
                row.getString(6),
                row.getString(7),
                instant(row.getLong(8)),
                instant(row.getLong(9)));
    }

    private static boolean isKnownKind(String name) {
        return Arrays.stream(WorkloadKind.values()).anyMatch(kind -> kind.name().equals(name));
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }
}
