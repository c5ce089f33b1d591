package dev.signalbox.practice.http;

import java.time.Duration;
import java.time.Instant;

/// Counts one account's requests in windows of time, each as long as the last. Thread-safe.
public final class RequestWindow {

    private final int limit;
    private final Duration length;
    private Instant resetsAt;
    private int observed;

    /// A window that begins now.
    ///
    /// @param limit how many requests are answered in one
    public RequestWindow(int limit, Duration length, Instant now) {
        this.limit = limit;
        this.length = length;
        this.resetsAt = now.plus(length);
    }

    /// How a window stands.
    ///
    /// @param observed requests in it, those too that were refused
    /// @param remaining never below nothing
    public record Reading(int observed, int remaining, Instant resetsAt) {}

    /// Counts a request.
    ///
    /// @return whether it was within the limit
    public synchronized boolean count(Instant now) {
        turn(now);
        observed++;
        return observed <= limit;
    }

    /// How it stands now.
    public synchronized Reading at(Instant now) {
        turn(now);
        return new Reading(observed, Math.max(0, limit - observed), resetsAt);
    }

    /// How long the window goes on; negative when it has been over since then and nobody asked.
    public synchronized Duration left(Instant now) {
        return Duration.between(now, resetsAt);
    }

    /// Uses up everything until then, as another program of the same person would.
    public synchronized void exhaust(Instant until) {
        observed = limit;
        resetsAt = until;
    }

    /// Starts a fresh window.
    public synchronized void refill(Instant now) {
        observed = 0;
        resetsAt = now.plus(length);
    }

    private void turn(Instant now) {
        if (!now.isBefore(resetsAt)) {
            refill(now);
        }
    }
}
