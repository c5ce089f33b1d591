package dev.signalbox.domain.ci;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The last run before another one, of the same workflow and branch, that went well.
///
/// @param number the running number that people quote
/// @param sha full commit id
/// @param at when it ended, if that is known
public record LastGreen(RunId run, long number, String sha, @Nullable Instant at) {}
