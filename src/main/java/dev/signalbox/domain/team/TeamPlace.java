package dev.signalbox.domain.team;

/// Where a team's file lies.
///
/// @param repository address of the Git repository, without any credential
/// @param branch the branch that is followed, without `refs/heads/`
/// @param path of the file in the repository, with slashes
public record TeamPlace(String repository, String branch, String path) {}
