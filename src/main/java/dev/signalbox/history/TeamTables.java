package dev.signalbox.history;

import java.util.List;

/// The table of what was decided about commits of the team file.
final class TeamTables {

    static final List<String> STATEMENTS = List.of(
            """
                    create table team_decision(
                        id integer primary key, repository text not null, branch text not null, path text not null,
                        sha text not null, author text not null, committed_at integer not null, subject text not null,
                        verdict text not null, operator text not null, decided_at integer not null,
                        weakened text not null, text text not null) strict""",
            "create index team_decision_by_place on team_decision(repository, branch, path, verdict)");

    static final List<String> PROBES = List.of("select sha, verdict, text from team_decision limit 1");

    private TeamTables() {}
}
