package dev.signalbox.history;

import dev.signalbox.domain.ci.BranchKind;
import dev.signalbox.domain.ci.LastGreen;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunPast;
import dev.signalbox.domain.ci.Usual;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Asks the tables what earlier runs tell about one run.
final class PastQuery {

    /// Good runs that are looked at: enough to be calm, few enough to follow a change of the pipeline within days.
    private static final int SAMPLES = 40;

    /// With fewer good runs of the same kind of branch, those of all branches are better than nothing.
    private static final int FEW = 3;

    private final Connection connection;
    private final long repository;

    PastQuery(Connection connection, long repository) {
        this.connection = connection;
        this.repository = repository;
    }

    RunPast of(Run run, String defaultBranch) throws SQLException {
        List<Sample> alike = samples(run, kind(BranchKind.of(run, defaultBranch)), defaultBranch);
        List<Sample> samples = alike.size() < FEW ? samples(run, "?4 = ?4", defaultBranch) : alike;
        List<Duration> durations = samples.stream().map(Sample::took).toList();
        return new RunPast(Usual.of(durations).orElse(null), jobs(samples), lastGreen(run));
    }

    /// The same question as that of [BranchKind], asked of rows.
    private static String kind(BranchKind kind) {
        String requested = "(event like 'pull_request%' or event like 'merge_request%')";
        return switch (kind) {
            case PULL_REQUEST -> requested + " and ?4 = ?4";
            case DEFAULT -> "not " + requested + " and branch = ?4";
            case OTHER -> "not " + requested + " and branch is not ?4";
        };
    }

    /// Good first attempts, newest first: what was run again ran only in part. One of which only a list without these times
    /// told counts for nothing: from its making to its last change lies all that it waited for people.
    private List<Sample> samples(Run run, String kind, String defaultBranch) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                """
                        select id, coalesce(worked, coalesce(finished_at, updated_at) - started_at) from run
                        where repository = ?1 and workflow = ?2 and conclusion = 'SUCCESS' and number < ?3
                            and attempt = 1
                            and (worked is not null or coalesce(finished_at, updated_at) >= started_at) and\s"""
                        + kind + " order by number desc limit " + SAMPLES)) {
            query.setLong(1, repository);
            query.setLong(2, run.workflow());
            query.setLong(3, run.number());
            query.setString(4, defaultBranch);
            try (ResultSet rows = query.executeQuery()) {
                List<Sample> samples = new ArrayList<>();
                while (rows.next()) {
                    samples.add(new Sample(rows.getLong(1), micros(rows.getLong(2))));
                }
                return samples;
            }
        }
    }

    private Map<String, Usual> jobs(List<Sample> samples) throws SQLException {
        Map<String, List<Duration>> durations = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                """
                        select name, completed_at - started_at from job
                        where repository = ? and run = ? and attempt = 1 and conclusion = 'SUCCESS'
                            and completed_at >= started_at""")) {
            for (Sample sample : samples) {
                query.setLong(1, repository);
                query.setLong(2, sample.run());
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        String name = String.valueOf(rows.getString(1));
                        durations.computeIfAbsent(name, n -> new ArrayList<>()).add(micros(rows.getLong(2)));
                    }
                }
            }
        }
        Map<String, Usual> usual = new HashMap<>();
        durations.forEach((name, took) -> Usual.of(took).ifPresent(u -> usual.put(name, u)));
        return Map.copyOf(usual);
    }

    private @Nullable LastGreen lastGreen(Run run) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                """
                        select id, number, sha, updated_at from run
                        where repository = ? and workflow = ? and conclusion = 'SUCCESS' and number < ? and branch is ?
                        order by number desc, attempt desc limit 1""")) {
            query.setLong(1, repository);
            query.setLong(2, run.workflow());
            query.setLong(3, run.number());
            query.setString(4, run.branch());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next()
                        ? new LastGreen(
                                new RunId(run.id().repository(), rows.getLong(1)), rows.getLong(2),
                                String.valueOf(rows.getString(3)), SqlRunHistory.instant(rows, 4))
                        : null;
            }
        }
    }

    private static Duration micros(long micros) {
        return Duration.ofMillis(micros / 1_000);
    }

    private record Sample(long run, Duration took) {}
}
