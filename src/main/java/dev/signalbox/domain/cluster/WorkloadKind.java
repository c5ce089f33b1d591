package dev.signalbox.domain.cluster;

/// Kinds of workload that the console watches and changes.
public enum WorkloadKind {
    DEPLOYMENT("Deployment", "deployments"),
    STATEFUL_SET("StatefulSet", "statefulsets"),
    DAEMON_SET("DaemonSet", "daemonsets");

    private final String kind;
    private final String plural;

    WorkloadKind(String kind, String plural) {
        this.kind = kind;
        this.plural = plural;
    }

    /// The kind as Kubernetes writes it.
    public String kind() {
        return kind;
    }

    /// The resource name in URLs and permissions.
    public String plural() {
        return plural;
    }
}
