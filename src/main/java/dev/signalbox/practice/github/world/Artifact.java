package dev.signalbox.practice.github.world;

import java.time.Instant;

/// A file set that a run left behind.
public record Artifact(long id, String name, Instant createdAt) {}
