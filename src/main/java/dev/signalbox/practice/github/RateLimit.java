package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// One account's hourly allowance. The window begins with its first request. Thread-safe.
final class RateLimit {

    static final int LIMIT = 5000;
    private static final Duration WINDOW = Duration.ofHours(1);

    private Instant resetsAt;
    private int used;

    RateLimit(Instant now) {
        resetsAt = now.plus(WINDOW);
    }

    synchronized boolean isExhausted(Instant now) {
        turn(now);
        return used >= LIMIT;
    }

    synchronized void count(Instant now) {
        turn(now);
        used = Math.min(LIMIT, used + 1);
    }

    /// Uses up everything until `until`, as another program of the same person would.
    synchronized void exhaust(Instant until) {
        used = LIMIT;
        resetsAt = until;
    }

    /// Starts a fresh window.
    synchronized void refill(Instant now) {
        used = 0;
        resetsAt = now.plus(WINDOW);
    }

    synchronized Map<String, String> headers(Instant now) {
        turn(now);
        return Map.of(
                "X-RateLimit-Limit", Integer.toString(LIMIT),
                "X-RateLimit-Remaining", Integer.toString(LIMIT - used),
                "X-RateLimit-Used", Integer.toString(used),
                "X-RateLimit-Reset", Long.toString(resetsAt.getEpochSecond()),
                "X-RateLimit-Resource", "core");
    }

    synchronized ObjectNode overview(Instant now, boolean withOldRate) {
        turn(now);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode resources = body.putObject("resources");
        resources.set("core", window(LIMIT, used, resetsAt));
        resources.set("search", window(30, 0, now.plusSeconds(60)));
        resources.set("graphql", window(LIMIT, 0, now.plus(WINDOW)));
        if (withOldRate) {
            body.set("rate", window(LIMIT, used, resetsAt));
        }
        return body;
    }

    private static ObjectNode window(int limit, int used, Instant reset) {
        return JsonNodeFactory.instance.objectNode()
                .put("limit", limit)
                .put("used", used)
                .put("remaining", limit - used)
                .put("reset", reset.getEpochSecond());
    }

    private void turn(Instant now) {
        if (!now.isBefore(resetsAt)) {
            used = 0;
            resetsAt = now.plus(WINDOW);
        }
    }
}
