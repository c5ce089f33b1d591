package dev.signalbox.history;

import java.util.List;

/// Tables of test results. A test is a row of its own, so that a result is three numbers: there are many of them.
final class TestTables {

    static final List<String> STATEMENTS = List.of(
            """
                    create table test(
                        id integer primary key, repository integer not null references repository(id),
                        suite text not null, name text not null, unique (repository, suite, name)) strict""",
            """
                    create table tested_run(
                        id integer primary key, repository integer not null references repository(id),
                        run integer not null, attempt integer not null, workflow integer not null,
                        number integer not null, sha text not null, created_at integer,
                        unique (repository, run, attempt)) strict""",
            """
                    create table test_result(
                        test integer not null references test(id),
                        tested integer not null references tested_run(id) on delete cascade,
                        passed integer not null, primary key (test, tested)) strict, without rowid""",
            "create index test_result_by_run on test_result(tested)");

    static final List<String> PROBES = List.of(
            "select suite from test limit 1", "select sha from tested_run limit 1",
            "select passed from test_result limit 1");

    private TestTables() {}
}
