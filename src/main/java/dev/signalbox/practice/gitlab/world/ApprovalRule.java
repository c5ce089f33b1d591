package dev.signalbox.practice.gitlab.world;

import java.util.List;

/// Who must say yes before a job may deploy to an environment.
///
/// @param groupId the group whose members count
/// @param name the group's name
/// @param required how many of them
public record ApprovalRule(long id, long groupId, String name, List<Member> members, int required) {

    /// Copies the members.
    public ApprovalRule {
        members = List.copyOf(members);
    }
}
