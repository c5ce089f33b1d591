package dev.signalbox.domain.team;

/// One protection that would be weaker, or one address that would move, with a new commit of the team file. The texts
/// come from the file: remote text.
///
/// @param what the thing itself: an environment, a workload, a cluster, a connection
/// @param before how it stands now
/// @param after how it would stand
public record Weakening(Kind kind, String what, String before, String after) {

    /// That nobody knows what the board of this machine protects, which stands in for the team's.
    public static final Weakening OF_UNREAD_STAND_IN = new Weakening(
            Kind.UNKNOWN, "This machine's board", "could not be read as a whole, so nobody knows what it protects",
            "gives way");

    /// All of it in one line.
    public String sentence() {
        String thing = switch (kind) {
            case CONFIRMATION_DROPPED -> "Environment " + what;
            case WORKLOAD_UNPROTECTED -> "Workload " + what;
            case FREEZE_LOOSENED -> "Freeze";
            case CLUSTER_WRITABLE -> "Cluster " + what;
            case HOST_MOVED -> "Address of " + what;
            case CONNECTION_MOVED -> "Connection of " + what;
            case UNKNOWN -> what;
        };
        return thing + ": " + before + " → " + after;
    }

    /// What becomes weaker.
    public enum Kind {
        /// Actions in an environment no longer ask for its name to be typed.
        CONFIRMATION_DROPPED,
        /// A workload no longer stands in an environment that asks for its name.
        WORKLOAD_UNPROTECTED,
        /// A freeze is gone, or touches fewer environments or other times.
        FREEZE_LOOSENED,
        /// A cluster may be changed that could only be looked at.
        CLUSTER_WRITABLE,
        /// Requests, and the token with them, would go to another address.
        HOST_MOVED,
        /// A service's releases would be started through another connection.
        CONNECTION_MOVED,
        /// What holds now could not be read, so it may be anything.
        UNKNOWN
    }
}
