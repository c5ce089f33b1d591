package dev.signalbox.practice.gitlab;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/// How many requests one account has left in this minute. Thread-safe.
final class Allowance {

    static final int LIMIT = 2000;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private Instant resetsAt;
    private int observed;

    Allowance(Instant now) {
        resetsAt = now.plus(WINDOW);
    }

    /// Counts a request, whatever its answer will be.
    ///
    /// @return whether it may be answered
    synchronized boolean take(Instant now) {
        turn(now);
        observed++;
        return observed <= LIMIT;
    }

    /// Uses up everything until then, as another program of the same person would.
    synchronized void exhaust(Instant until) {
        observed = LIMIT;
        resetsAt = until;
    }

    /// Starts a fresh window.
    synchronized void refill(Instant now) {
        observed = 0;
        resetsAt = now.plus(WINDOW);
    }

    /// Whole seconds until everything is there again: who waits that long need not wait twice.
    synchronized long secondsLeft(Instant now) {
        return Math.max(1, Duration.between(now, resetsAt).plusMillis(999).toSeconds());
    }

    synchronized Map<String, String> headers(Instant now) {
        turn(now);
        return Map.of(
                "RateLimit-Limit", Integer.toString(LIMIT),
                "RateLimit-Name", "throttle_authenticated_api",
                "RateLimit-Observed", Integer.toString(observed),
                "RateLimit-Remaining", Integer.toString(Math.max(0, LIMIT - observed)),
                "RateLimit-Reset", Long.toString(resetsAt.getEpochSecond()),
                "RateLimit-ResetTime", DateTimeFormatter.RFC_1123_DATE_TIME.format(resetsAt.atOffset(ZoneOffset.UTC)));
    }

    private void turn(Instant now) {
        if (!now.isBefore(resetsAt)) {
            refill(now);
        }
    }
}
