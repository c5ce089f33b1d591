package dev.signalbox.domain.team;

/// A team file as it stands at the head of its branch.
///
/// @param commit the last one that changed the file
/// @param text the whole file
public record TeamText(TeamCommit commit, String text) {}
