package dev.signalbox.practice.cluster.objects;

/// On whose behalf a write is made.
///
/// @param manager the name kept in `metadata.managedFields`
/// @param commit whether the write stays
public record Author(String manager, Commit commit) {}
