package dev.signalbox.ui.logs;

import dev.signalbox.domain.ci.LogFile;
import org.jspecify.annotations.Nullable;

/// A log that somebody wants to see.
///
/// @param file as it lies on disk, once it does
/// @param words in place of lines while there is no file
/// @param problem why the latest attempt to fetch it failed; empty when it did not
public record ShownLog(@Nullable LogFile file, String words, String problem) {}
