package dev.signalbox.domain.cluster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who changed the spec last, as the server's managed fields tell.
///
/// @param manager the program (`signalbox`, `kubectl-set`, `helm`, …)
public record LastChange(String manager, @Nullable Instant at) {}
