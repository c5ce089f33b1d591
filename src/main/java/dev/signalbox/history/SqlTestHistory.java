package dev.signalbox.history;

import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.report.TestCase;
import dev.signalbox.domain.report.TestName;
import dev.signalbox.domain.report.TestPast;
import dev.signalbox.domain.report.Verdict;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.TestHistory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Test results as rows. Skipped tests are not kept: they say nothing.
final class SqlTestHistory implements TestHistory {

    /// Attempts kept per repository; at a thousand tests each a file of some 20 MB.
    static final int KEPT = 300;

    private static final String PAST = """
            select
                count(distinct case when t.run < ?1 and r.passed = 1 then t.run end),
                count(distinct case when t.run < ?1 and r.passed = 0 then t.run end),
                max(case when t.run < ?1 and r.passed = 0 then t.created_at end),
                max(case when t.run < ?1 and r.passed = 0 then t.number end),
                max(case when t.sha = ?2 and t.workflow = ?7 and r.passed = 1
                    and not (t.run = ?1 and t.attempt = ?3) then 1 else 0 end),
                (select count(*) from (
                    select 1 from test test2 join test_result r2 on r2.test = test2.id
                        join tested_run t2 on t2.id = r2.tested
                    where test2.repository = ?4 and test2.suite = ?5 and test2.name = ?6
                        and t2.workflow = ?7 and t2.run < ?1 and t2.sha <> ?2
                    group by t2.sha having min(r2.passed) = 0 and max(r2.passed) = 1))
            from test join test_result r on r.test = test.id join tested_run t on t.id = r.tested
            where test.repository = ?4 and test.suite = ?5 and test.name = ?6""";

    private final Database database;

    SqlTestHistory(Database database) {
        this.database = database;
    }

    @Override
    public void keep(Run run, List<TestCase> cases) throws JournalFailure {
        database.runWhole(connection -> {
            try (RunRows rows = new RunRows(connection)) {
                long repository = rows.idOf(run.id().repository());
                write(connection, repository, testedRun(connection, repository, run), cases);
                forget(connection, repository);
                return true;
            }
        });
    }

    private static long testedRun(Connection connection, long repository, Run run) throws SQLException {
        try (PreparedStatement gone = connection.prepareStatement(
                "delete from tested_run where repository = ? and run = ? and attempt = ?");
                PreparedStatement row = connection.prepareStatement("""
                        insert into tested_run(repository, run, attempt, workflow, number, sha, created_at)
                        values (?, ?, ?, ?, ?, ?, ?) returning id""")) {
            for (PreparedStatement statement : List.of(gone, row)) {
                statement.setLong(1, repository);
                statement.setLong(2, run.id().number());
                statement.setInt(3, run.attempt());
            }
            gone.executeUpdate();
            row.setLong(4, run.workflow());
            row.setLong(5, run.number());
            row.setString(6, run.headSha());
            row.setObject(7, SqlRunHistory.microsOrNull(run.createdAt()));
            try (ResultSet made = row.executeQuery()) {
                made.next();
                return made.getLong(1);
            }
        }
    }

    private static void write(Connection connection, long repository, long tested, List<TestCase> cases)
            throws SQLException {
        try (PreparedStatement test = connection.prepareStatement(
                "insert into test(repository, suite, name) values (?, ?, ?) on conflict do nothing");
                // A test that is told twice failed if it failed once.
                PreparedStatement result = connection.prepareStatement("""
                        insert into test_result(test, tested, passed)
                        select id, ?, ? from test where repository = ? and suite = ? and name = ?
                        on conflict do update set passed = min(passed, excluded.passed)""")) {
            for (TestCase each : cases) {
                if (each.verdict() == Verdict.SKIPPED) {
                    continue;
                }
                test.setLong(1, repository);
                test.setString(2, each.test().suite());
                test.setString(3, each.test().name());
                test.addBatch();
                result.setLong(1, tested);
                result.setInt(2, each.verdict() == Verdict.PASSED ? 1 : 0);
                result.setLong(3, repository);
                result.setString(4, each.test().suite());
                result.setString(5, each.test().name());
                result.addBatch();
            }
            test.executeBatch();
            result.executeBatch();
        }
    }

    private static void forget(Connection connection, long repository) throws SQLException {
        try (PreparedStatement old = connection.prepareStatement("""
                delete from tested_run where repository = ?1 and id not in (
                    select id from tested_run where repository = ?1 order by run desc, attempt desc limit ?2)""");
                PreparedStatement unused = connection.prepareStatement("""
                        delete from test where repository = ?1
                            and not exists (select 1 from test_result where test_result.test = test.id)""")) {
            old.setLong(1, repository);
            old.setInt(2, KEPT);
            if (old.executeUpdate() > 0) {
                unused.setLong(1, repository);
                unused.executeUpdate();
            }
        }
    }

    @Override
    public boolean knows(Run run) throws JournalFailure {
        return count("select count(*) from tested_run where repository = ? and run = ? and attempt = ?", run,
                run.attempt()) > 0;
    }

    @Override
    public int runsBefore(Run run) throws JournalFailure {
        return count("select count(distinct run) from tested_run where repository = ? and run < ? and workflow = ?",
                run, run.workflow());
    }

    private int count(String sql, Run run, long last) throws JournalFailure {
        return database.run(connection -> {
            try (RunRows rows = new RunRows(connection); PreparedStatement query = connection.prepareStatement(sql)) {
                query.setLong(1, rows.known(run.id().repository()).orElse(-1L));
                query.setLong(2, run.id().number());
                query.setLong(3, last);
                try (ResultSet counted = query.executeQuery()) {
                    return counted.next() ? counted.getInt(1) : 0;
                }
            }
        });
    }

    @Override
    public Map<TestName, TestPast> past(Run run, Collection<TestName> tests) throws JournalFailure {
        return database.run(connection -> {
            Map<TestName, TestPast> pasts = new HashMap<>();
            try (RunRows rows = new RunRows(connection); PreparedStatement query = connection.prepareStatement(PAST)) {
                Optional<Long> repository = rows.known(run.id().repository());
                for (TestName test : repository.isEmpty() ? List.<TestName>of() : tests) {
                    TestPast past = past(query, run, repository.get(), test);
                    if (!past.equals(TestPast.NONE)) {
                        pasts.put(test, past);
                    }
                }
            }
            return Map.copyOf(pasts);
        });
    }

    private static TestPast past(PreparedStatement query, Run run, long repository, TestName test)
            throws SQLException {
        query.setLong(1, run.id().number());
        query.setString(2, run.headSha());
        query.setInt(3, run.attempt());
        query.setLong(4, repository);
        query.setString(5, test.suite());
        query.setString(6, test.name());
        query.setLong(7, run.workflow());
        try (ResultSet row = query.executeQuery()) {
            return row.next()
                    ? new TestPast(row.getInt(1), row.getInt(2), SqlRunHistory.instant(row, 3), row.getLong(4),
                            row.getInt(5) == 1, row.getInt(6))
                    : TestPast.NONE;
        }
    }
}
