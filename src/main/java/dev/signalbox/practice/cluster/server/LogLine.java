package dev.signalbox.practice.cluster.server;

import java.time.Instant;

/// One line that a container printed.
public record LogLine(Instant at, String text) {}
