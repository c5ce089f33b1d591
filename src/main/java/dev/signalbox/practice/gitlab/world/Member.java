package dev.signalbox.practice.gitlab.world;

/// An account of the practice team.
///
/// @param access what it may do in every project: 30 developer, 40 maintainer
/// @param bot whether the account belongs to a machine
public record Member(long id, String username, String name, int access, boolean bot) {

    /// Access level of those who look after a project.
    public static final int MAINTAINER = 40;

    /// Access level of those who work on a project.
    public static final int DEVELOPER = 30;

    /// Whether it may deploy to protected environments.
    public boolean isMaintainer() {
        return access >= MAINTAINER;
    }

    /// The address in this account's commits.
    public String email() {
        return username + "@practice.test";
    }
}
