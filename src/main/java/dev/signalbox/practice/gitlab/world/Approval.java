package dev.signalbox.practice.gitlab.world;

import java.time.Instant;

/// One account's answer to a deployment that waits.
///
/// @param rule the approval rule that it counts for
public record Approval(Member user, boolean yes, String comment, Instant at, long rule) {

    /// The word on the wire.
    public String status() {
        return yes ? "approved" : "rejected";
    }
}
