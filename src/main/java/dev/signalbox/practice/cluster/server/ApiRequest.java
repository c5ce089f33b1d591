package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.signalbox.practice.cluster.objects.Author;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.Refusal;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One request, read far enough to be answered.
final class ApiRequest {

    /// The API server's own limit for a request body.
    private static final int LARGEST_BODY = 3 * 1024 * 1024;

    /// Who is cut off while sending may lose the answer, so this much more is listened to.
    private static final int READ_OVER = 16 * 1024 * 1024;
    private static final String BEARER = "Bearer ";

    private final HttpExchange exchange;
    private final Map<String, String> query = new HashMap<>();
    private final List<String> segments = new ArrayList<>();
    private final String token;

    ApiRequest(HttpExchange exchange) {
        this.exchange = exchange;
        for (String segment : exchange.getRequestURI().getRawPath().split("/", -1)) {
            if (!segment.isEmpty()) {
                // A plus sign is itself in a path.
                segments.add(decode(segment.replace("+", "%2B")));
            }
        }
        token = takeToken();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.putIfAbsent(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
        }
    }

    /// The token that the client sent, or empty.
    String token() {
        return token;
    }

    /// `kubectl` sends a token over TLS only; over plain HTTP it can be the first part of the address instead.
    private String takeToken() {
        String sent = header("Authorization");
        if (sent.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return sent.substring(BEARER.length());
        }
        if (segments.size() > 1 && segments.get(0).equals(ApiServer.TOKEN_PATH)) {
            return segments.get(1);
        }
        return "";
    }

    String method() {
        return exchange.getRequestMethod();
    }

    /// The path without a token in it.
    List<String> segments() {
        boolean prefixed = segments.size() > 1 && segments.get(0).equals(ApiServer.TOKEN_PATH);
        return prefixed ? segments.subList(2, segments.size()) : segments;
    }

    String query(String name) {
        return query.getOrDefault(name, "");
    }

    /// As Kubernetes reads flags: one that is there means yes, unless it says `false` or `0`.
    boolean asks(String name) {
        String value = query.getOrDefault(name, "false");
        return !value.equalsIgnoreCase("false") && !value.equals("0");
    }

    long number(String name, long otherwise) {
        if (query(name).isEmpty()) {
            return otherwise;
        }
        try {
            return Long.parseLong(query(name));
        } catch (NumberFormatException malformed) {
            throw Refusal.badRequest("strconv.ParseInt: parsing \"" + query(name) + "\": invalid syntax");
        }
    }

    /// The `resourceVersion` that the client has seen, or 0.
    long version() {
        long version = number("resourceVersion", 0);
        if (version < 0) {
            throw Refusal.badRequest("resourceVersion: Invalid value: \"" + query("resourceVersion")
                    + "\": strconv.ParseUint: parsing \"" + query("resourceVersion") + "\": invalid syntax");
        }
        return version;
    }

    String header(String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    /// In which form the client wants objects.
    Shape shape() {
        return Shape.of(header("Accept"));
    }

    /// On whose behalf and how durably a write is made.
    Author author() {
        String manager = query("fieldManager");
        if (manager.isEmpty()) {
            String agent = header("User-Agent").split("/", 2)[0];
            manager = agent.isEmpty() ? "unknown" : agent;
        }
        return switch (query("dryRun")) {
            case "" -> new Author(manager, Commit.STORE);
            case "All" -> new Author(manager, Commit.DRY_RUN);
            default -> throw Refusal.badRequest("dryRun: Unsupported value: \"" + query("dryRun")
                    + "\": supported values: \"All\"");
        };
    }

    byte[] bytes() throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            exchange.getRequestBody().readNBytes(READ_OVER);
            throw Refusal.tooLarge();
        }
        return bytes;
    }

    JsonNode body() throws IOException {
        if (header("Content-Type").startsWith(ReviewProtobuf.MEDIA_TYPE)) {
            throw Refusal.unsupportedMediaType("the body of the request was in an unknown format - accepted media types"
                    + " include: application/json");
        }
        byte[] bytes = bytes();
        try {
            return Fields.parse(bytes);
        } catch (IOException malformed) {
            throw Refusal.badRequest("error decoding the body: it is not JSON");
        }
    }

    ObjectNode objectBody() throws IOException {
        if (body() instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.badRequest("the body of the request is not an object");
    }

    HttpExchange exchange() {
        return exchange;
    }

    void reply(int code, JsonNode body) throws IOException {
        reply(code, "application/json", Fields.bytes(body));
    }

    void reply(int code, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-cache, private");
        exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /// An address that is not encoded correctly never gets here: it is no URI.
    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
