package dev.signalbox.practice.github.world;

import java.time.Instant;

/// A file set that one attempt of a run left behind.
///
/// @param attempt its number
public record Artifact(long id, String name, int attempt, Instant createdAt) {}
