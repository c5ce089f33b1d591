package dev.signalbox.domain;

import java.time.Instant;

/// Requests left at a provider that counts them.
///
/// @param limit requests allowed in the window
/// @param remaining requests left in it
/// @param resetAt when the window ends
/// @param readAt when the numbers were read
public record ApiBudget(int limit, int remaining, Instant resetAt, Instant readAt) {}
