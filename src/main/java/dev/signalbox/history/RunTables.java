package dev.signalbox.history;

import java.util.List;

/// Tables of runs, jobs and deployments. Times are microseconds since 1970; a missing one is null. Attempts are rows of
/// their own: the first one tells how long a run takes, a later one that it was flaky.
final class RunTables {

    static final List<String> STATEMENTS = List.of(
            """
                    create table repository(
                        id integer primary key, connection text not null, owner text not null, name text not null,
                        filled_from integer, filled integer not null default 0,
                        unique (connection, owner, name)) strict""",
            """
                    create table run(
                        repository integer not null references repository(id), id integer not null, attempt integer not null,
                        workflow integer not null, workflow_name text not null, workflow_path text not null,
                        number integer not null, title text not null, event text not null, status text not null,
                        conclusion text not null, branch text, sha text not null, actor text not null,
                        created_at integer, started_at integer, updated_at integer,
                        primary key (repository, id, attempt)) strict, without rowid""",
            "create index run_by_workflow on run(repository, workflow, conclusion, number desc)",
            "create index run_by_time on run(repository, created_at)",
            """
                    create table job(
                        repository integer not null references repository(id), run integer not null,
                        attempt integer not null, id integer not null, name text not null, status text not null,
                        conclusion text not null, created_at integer, started_at integer, completed_at integer,
                        primary key (repository, run, attempt, id)) strict, without rowid""",
            """
                    create table deployment(
                        repository integer not null references repository(id), id integer not null,
                        environment text not null, sha text not null, ref text not null, creator text not null,
                        state text not null, created_at integer, run integer,
                        primary key (repository, id)) strict, without rowid""");

    /// The second step: since when the gap after a time without a console is to be filled.
    static final List<String> GAP = List.of("alter table repository add column filled_to integer");

    /// The sixth step: when the last job of a run ended. A run may change after that, without taking longer.
    static final List<String> FINISH = List.of("alter table run add column finished_at integer");

    /// The seventh step: whether the jobs of an attempt were asked for, so that those of one without jobs are asked for once.
    static final List<String> JOBS = List.of("alter table run add column jobs_asked integer not null default 0");

    /// The ninth step: how long jobs of a run ran, in microseconds, without the time that it waited for people.
    static final List<String> WORK = List.of("alter table run add column worked integer");

    static final List<String> PROBES = List.of(
            "select filled_from from repository limit 1", "select sha from run limit 1", "select name from job limit 1",
            "select sha from deployment limit 1");

    private RunTables() {}
}
