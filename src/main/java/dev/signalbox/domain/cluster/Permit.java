package dev.signalbox.domain.cluster;

/// Whether something may be done: the answer of the cluster's access review, or what somebody decided here before that.
///
/// @param reason why not, or what allows it; for the tooltip
/// @param advice what to do about a decision of this console's, in a sentence; empty for an answer of the cluster
public record Permit(boolean allowed, String reason, String advice) {

    /// An answer of the cluster.
    public Permit(boolean allowed, String reason) {
        this(allowed, reason, "");
    }

    /// No, by a decision of this console.
    public static Permit held(String reason, String advice) {
        return new Permit(false, reason, advice);
    }

    /// Whether the console itself stands against it, and not the cluster.
    public boolean isHeld() {
        return !allowed && !advice.isEmpty();
    }
}
