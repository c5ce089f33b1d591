package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.http.RequestWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// One account's hourly allowance. The window begins with its first request. Thread-safe.
final class RateLimit {

    static final int LIMIT = 5000;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final RequestWindow window;

    RateLimit(Instant now) {
        window = new RequestWindow(LIMIT, WINDOW, now);
    }

    boolean isExhausted(Instant now) {
        return window.at(now).remaining() == 0;
    }

    void count(Instant now) {
        window.count(now);
    }

    /// Uses up everything until `until`, as another program of the same person would.
    void exhaust(Instant until) {
        window.exhaust(until);
    }

    /// Starts a fresh window.
    void refill(Instant now) {
        window.refill(now);
    }

    Map<String, String> headers(Instant now) {
        RequestWindow.Reading reading = window.at(now);
        return Map.of(
                "X-RateLimit-Limit", Integer.toString(LIMIT),
                "X-RateLimit-Remaining", Integer.toString(reading.remaining()),
                "X-RateLimit-Used", Integer.toString(LIMIT - reading.remaining()),
                "X-RateLimit-Reset", Long.toString(reading.resetsAt().getEpochSecond()),
                "X-RateLimit-Resource", "core");
    }

    ObjectNode overview(Instant now, boolean withOldRate) {
        RequestWindow.Reading reading = window.at(now);
        int used = LIMIT - reading.remaining();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode resources = body.putObject("resources");
        resources.set("core", window(LIMIT, used, reading.resetsAt()));
        resources.set("search", window(30, 0, now.plusSeconds(60)));
        resources.set("graphql", window(LIMIT, 0, now.plus(WINDOW)));
        if (withOldRate) {
            body.set("rate", window(LIMIT, used, reading.resetsAt()));
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
}
