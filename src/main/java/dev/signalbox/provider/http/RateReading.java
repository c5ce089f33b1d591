package dev.signalbox.provider.http;

import dev.signalbox.domain.ApiBudget;
import java.time.Instant;

/// What an answer's `x-ratelimit-…` headers told.
///
/// @param resource which budget: `core`, `search`, `graphql` …
/// @param limit requests allowed in the window
/// @param remaining requests left in it
/// @param used requests spent in it
/// @param resetAt when the window ends, by the server's clock
/// @param readAt when the answer came, by ours
public record RateReading(String resource, int limit, int remaining, int used, Instant resetAt, Instant readAt) {

    /// What the console shows of it.
    public ApiBudget toBudget() {
        return new ApiBudget(limit, remaining, resetAt, readAt);
    }
}
