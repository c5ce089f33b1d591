package dev.signalbox.practice.gitlab;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.signalbox.practice.http.EntityTag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// Writes one answer: headers, weak entity tag and body.
final class Reply {

    private Reply() {}

    /// The answer of the limiter, which is no JSON.
    static Answer tooMany(long seconds) {
        byte[] text = "Retry later\n".getBytes(StandardCharsets.UTF_8);
        return new Answer(429, "text/plain", text, Map.of("Retry-After", Long.toString(seconds)));
    }

    static void send(HttpExchange exchange, Answer answer, Map<String, String> limits) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        limits.forEach(headers::set);
        answer.headers().forEach(headers::set);
        headers.set("Vary", "Origin");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Gitlab-Meta", "{\"version\":\"1\"}");
        boolean tagged = answer.status() == 200 || answer.status() == 201;
        EntityTag tag = EntityTag.of(md5(answer.body()));
        if (tagged) {
            headers.set("ETag", tag.header());
            headers.set("Cache-Control", "max-age=0, private, must-revalidate");
        } else {
            headers.set("Cache-Control", "no-cache");
        }
        boolean reading = !exchange.getRequestMethod().equals("POST");
        if (tagged && reading && tag.isAmong(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        boolean silent = answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        if (answer.body().length > 0) {
            headers.set("Content-Type", answer.type());
        }
        exchange.sendResponseHeaders(answer.status(), silent ? -1 : answer.body().length);
        if (!silent) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
