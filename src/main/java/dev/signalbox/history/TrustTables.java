package dev.signalbox.history;

import java.util.List;

/// The table of which cluster was trusted under which name.
final class TrustTables {

    static final List<String> STATEMENTS = List.of(
            """
                    create table cluster_trust(
                        id integer primary key, cluster text not null, server text not null, authority text not null,
                        uid text not null, operator text not null, at integer not null) strict""",
            "create index cluster_trust_by_name on cluster_trust(cluster)");

    static final List<String> PROBES = List.of("select cluster, server, authority, uid from cluster_trust limit 1");

    private TrustTables() {}
}
