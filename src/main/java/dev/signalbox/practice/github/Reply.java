package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.signalbox.practice.http.EntityTag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// Writes one answer: headers, entity tag and body.
final class Reply {

    private final HttpExchange exchange;
    private final JsonMapper json;
    private final String requestId;

    Reply(HttpExchange exchange, JsonMapper json, String requestId) {
        this.exchange = exchange;
        this.json = json;
        this.requestId = requestId;
    }

    /// @param limit the caller's allowance; empty when nobody was admitted
    void send(Answer answer, Optional<RateLimit> limit, Instant now) throws IOException {
        JsonNode node = answer.body();
        boolean raw = answer.headers().containsKey(Answer.CONTENT_TYPE);
        byte[] body = node == null
                ? new byte[0]
                : raw ? node.asText().getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(node);
        Headers headers = exchange.getResponseHeaders();
        answer.headers().forEach(headers::set);
        usual(headers);
        boolean reading = !exchange.getRequestMethod().equals("POST");
        EntityTag tag = EntityTag.of(LogsEndpoints.sha256((said("Accept") + ":" + said("Authorization") + ":"
                + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)));
        boolean tagged = reading && answer.status() == 200;
        if (tagged) {
            headers.set("ETag", tag.header());
            headers.set("Cache-Control", "private, max-age=60, s-maxage=60");
        }
        boolean unchanged = tagged && tag.isAmong(exchange.getRequestHeaders().getFirst("If-None-Match"));
        limit.ifPresent(each -> {
            if (!unchanged && !exchange.getRequestURI().getPath().endsWith("/rate_limit")) {
                each.count(now);
            }
            each.headers(now).forEach(headers::set);
        });
        if (unchanged || body.length == 0) {
            headers.remove(Answer.CONTENT_TYPE);
        } else if (!raw) {
            headers.set(Answer.CONTENT_TYPE, "application/json; charset=utf-8");
        }
        write(unchanged ? 304 : answer.status(), unchanged ? new byte[0] : body);
    }

    private void usual(Headers headers) {
        headers.set("Server", "github.com");
        headers.set("X-GitHub-Request-Id", requestId);
        headers.set("X-GitHub-Media-Type", "github.v3; format=json");
        headers.set("X-GitHub-Api-Version-Selected", said("X-GitHub-Api-Version").isEmpty()
                ? Call.OLD_VERSION
                : said("X-GitHub-Api-Version"));
        headers.set("X-OAuth-Scopes", "read:org, repo, workflow");
        headers.set("Vary", "Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding, Accept, X-Requested-With");
        headers.set("X-Content-Type-Options", "nosniff");
    }

    private void write(int status, byte[] body) throws IOException {
        boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
    }

    private String said(String header) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(header)).orElse("");
    }
}
