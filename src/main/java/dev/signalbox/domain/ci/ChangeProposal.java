package dev.signalbox.domain.ci;

/// A branch that others are asked to take in.
///
/// @param branch that it is on; `into` the one that should take it in
/// @param title one line
/// @param description more words; may be empty
public record ChangeProposal(RepositoryId repository, String branch, String into, String title, String description) {}
