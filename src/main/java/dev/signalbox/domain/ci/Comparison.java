package dev.signalbox.domain.ci;

import java.util.List;

/// What lies between two commits.
///
/// @param total number of commits from base to head; may be more than are listed
/// @param behind commits that base has and head has not: more than 0 means going back
/// @param commits newest first, at most a page of them
/// @param files paths that differ, at most a page of them
public record Comparison(ComparisonKey key, int total, int behind, List<Commit> commits, List<String> files) {}
