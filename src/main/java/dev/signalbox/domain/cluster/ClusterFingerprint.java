package dev.signalbox.domain.cluster;

import java.util.ArrayList;
import java.util.List;

/// What tells one cluster from another under the same name.
///
/// @param server its address
/// @param authority SHA-256 of the certificates that are believed for it, in hex; empty where Java's own are
/// @param uid of its namespace `kube-system`, which lives as long as the cluster; empty where this account may not read it
public record ClusterFingerprint(String server, String authority, String uid) {

    /// Whether it may be the same cluster: what one of both does not know is no difference.
    public boolean mayBe(ClusterFingerprint other) {
        return differences(other).isEmpty();
    }

    /// What a later look found otherwise, a few words each.
    public List<String> differences(ClusterFingerprint later) {
        List<String> all = new ArrayList<>();
        if (!server.equals(later.server)) {
            all.add("the server was " + server + " and is " + later.server);
        }
        if (!authority.equals(later.authority)) {
            all.add("other certificates are believed for it");
        }
        if (!uid.isEmpty() && !later.uid.isEmpty() && !uid.equals(later.uid)) {
            all.add("its identity was " + uid + " and is " + later.uid);
        }
        return all;
    }

    /// All of it, for a person who compares.
    public String words() {
        return "server " + server
                + (authority.isEmpty() ? ", certificates that Java believes" : ", certificates " + authority)
                + (uid.isEmpty() ? ", an identity that may not be read" : ", identity " + uid);
    }

    /// This one, knowing what only the other one knew.
    public ClusterFingerprint or(ClusterFingerprint other) {
        return uid.isEmpty() ? new ClusterFingerprint(server, authority, other.uid) : this;
    }
}
