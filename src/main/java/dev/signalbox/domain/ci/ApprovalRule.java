package dev.signalbox.domain.ci;

import java.util.List;

/// One of several groups of people who all have to say yes.
///
/// @param name of the group, the role or the person, as the provider calls it
/// @param required how many of them have to approve
/// @param approvedBy who did; `rejectedBy` who said no
/// @param mayBeOurs whether our account may be one of them and has not answered yet; groups do not tell who is in them
public record ApprovalRule(
        String name, int required, List<String> approvedBy, List<String> rejectedBy, boolean mayBeOurs) {

    /// One of which the provider does not tell who belongs to it.
    public ApprovalRule(String name, int required, List<String> approvedBy, List<String> rejectedBy) {
        this(name, required, approvedBy, rejectedBy, true);
    }

    /// How many are missing.
    public int missing() {
        return Math.max(0, required - approvedBy.size());
    }
}
