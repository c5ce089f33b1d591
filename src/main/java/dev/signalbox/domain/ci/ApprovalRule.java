package dev.signalbox.domain.ci;

import java.util.List;

/// One of several groups of people who all have to say yes.
///
/// @param name of the group, the role or the person, as the provider calls it
/// @param required how many of them have to approve
/// @param approvedBy who did; `rejectedBy` who said no
public record ApprovalRule(String name, int required, List<String> approvedBy, List<String> rejectedBy) {

    /// How many are missing.
    public int missing() {
        return Math.max(0, required - approvedBy.size());
    }
}
