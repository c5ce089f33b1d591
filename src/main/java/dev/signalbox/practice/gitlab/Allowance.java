package dev.signalbox.practice.gitlab;

import dev.signalbox.practice.http.RequestWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/// How many requests one account has left in this minute. Thread-safe.
final class Allowance {

    static final int LIMIT = 2000;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final RequestWindow window;

    Allowance(Instant now) {
        window = new RequestWindow(LIMIT, WINDOW, now);
    }

    /// Counts a request, whatever its answer will be.
    ///
    /// @return whether it may be answered
    boolean take(Instant now) {
        return window.count(now);
    }

    /// Uses up everything until then, as another program of the same person would.
    void exhaust(Instant until) {
        window.exhaust(until);
    }

    /// Starts a fresh window.
    void refill(Instant now) {
        window.refill(now);
    }

    /// Whole seconds until everything is there again: who waits that long need not wait twice.
    long secondsLeft(Instant now) {
        return Math.max(1, window.left(now).plusMillis(999).toSeconds());
    }

    Map<String, String> headers(Instant now) {
        RequestWindow.Reading reading = window.at(now);
        return Map.of(
                "RateLimit-Limit", Integer.toString(LIMIT),
                "RateLimit-Name", "throttle_authenticated_api",
                "RateLimit-Observed", Integer.toString(reading.observed()),
                "RateLimit-Remaining", Integer.toString(reading.remaining()),
                "RateLimit-Reset", Long.toString(reading.resetsAt().getEpochSecond()),
                "RateLimit-ResetTime",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(reading.resetsAt().atOffset(ZoneOffset.UTC)));
    }
}
