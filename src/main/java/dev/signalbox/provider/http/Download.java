package dev.signalbox.provider.http;

import java.nio.file.Path;
import java.time.Instant;

/// A file that was fetched whole.
///
/// @param file where it lies now
/// @param bytes its size
/// @param readAt when the last byte came
public record Download(Path file, long bytes, Instant readAt) {}
