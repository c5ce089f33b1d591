package dev.signalbox.domain.cluster;

/// What somebody said of a cluster when it was connected.
public enum ClusterMark {
    /// Not production.
    ORDINARY,
    /// Production that is looked at: actions there are refused until somebody switches them on.
    PRODUCTION_READ_ONLY,
    /// Production, with actions switched on.
    PRODUCTION_ACTING;

    /// Whether it is production.
    public boolean isProduction() {
        return this != ORDINARY;
    }

    /// Whether it is looked at only.
    public boolean isReadOnly() {
        return this == PRODUCTION_READ_ONLY;
    }
}
