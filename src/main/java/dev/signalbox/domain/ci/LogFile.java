package dev.signalbox.domain.ci;

import java.nio.file.Path;

/// A log that lies on disk as the provider sent it: hostile bytes, to be sanitised when shown.
///
/// @param bytes its size
public record LogFile(Path path, long bytes) {}
