package dev.signalbox.practice.gitlab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.signalbox.practice.gitlab.world.Refused;
import dev.signalbox.practice.gitlab.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes every request: checks who asks, how often and with which scope, finds the endpoint, and lets the answer be
/// written.
final class Front implements HttpHandler {

    static final String BASE = "/api/v4";

    private static final Logger LOG = System.getLogger(Front.class.getName());
    private static final int LARGEST_BODY = 1 << 20;
    private static final int READ_OVER = 16 << 20;

    private final World world;
    private final Routes routes;
    private final Gatekeeper gatekeeper;
    private final JsonMapper json = new JsonMapper();

    Front(World world, Routes routes, Gatekeeper gatekeeper) {
        this.world = world;
        this.routes = routes;
        this.gatekeeper = gatekeeper;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = body(exchange.getRequestBody());
            Instant now = gatekeeper.now();
            Optional<Token> token = gatekeeper.admit(exchange.getRequestHeaders());
            if (token.isEmpty()) {
                Reply.send(exchange, refused(), Map.of());
                return;
            }
            Allowance allowance = gatekeeper.allowance(token.get());
            Answer answer = allowance.take(now)
                    ? answer(exchange, token.get(), now, body)
                    : Reply.tooMany(allowance.secondsLeft(now));
            Reply.send(exchange, answer, allowance.headers(now));
        }
    }

    private Answer refused() {
        return gatekeeper.isRevoked()
                ? Answer.of(401, JsonNodeFactory.instance.objectNode()
                        .put("error", "invalid_token")
                        .put("error_description", "Token was revoked. You have to re-authorize from the user."))
                : Answer.problem(401, "401 Unauthorized");
    }

    /// The beginning of what was sent. The rest is read over: a connection that is closed in the middle of a body takes
    /// the answer with it.
    private static byte[] body(InputStream sent) throws IOException {
        byte[] body = sent.readNBytes(LARGEST_BODY);
        if (body.length == LARGEST_BODY) {
            sent.readNBytes(READ_OVER);
        }
        return body;
    }

    private Answer answer(HttpExchange exchange, Token token, Instant now, byte[] bytes) {
        String path = exchange.getRequestURI().getRawPath();
        if (!path.startsWith(BASE + "/")) {
            return Answer.error(404, "404 Not Found");
        }
        String method = exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod();
        List<String> segments = segments(path.substring(BASE.length()));
        Optional<Routes.Match> match = routes.find(method, segments);
        if (match.isEmpty()) {
            return routes.knows(segments)
                    ? Answer.error(405, "405 Not Allowed")
                    : Answer.error(404, "404 Not Found");
        }
        if (!method.equals("GET") && !token.mayWrite()) {
            return Answer.of(403, JsonNodeFactory.instance.objectNode()
                    .put("error", "insufficient_scope")
                    .put("error_description",
                            "The request requires higher privileges than provided by the access token.")
                    .put("scope", "api"));
        }
        JsonNode body = body(exchange.getRequestHeaders(), bytes);
        if (body.isPojo()) {
            return Answer.error(400, "The provided JSON was invalid");
        }
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("127.0.0.1");
        Call call = new Call(method, match.get().path(), query(exchange.getRequestURI().getRawQuery()), path, body,
                token, now, new Links("http://" + host));
        return world.locked(() -> run(match.get().endpoint(), call));
    }

    private static Answer run(Routes.Endpoint endpoint, Call call) {
        try {
            return endpoint.answer(call);
        } catch (Refused e) {
            return Answer.problem(e.status(), e.sentence());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the practice server failed on " + call.rawPath(), e);
            return Answer.problem(500, "500 Internal Server Error");
        }
    }

    /// A form becomes an object of texts; text that is no JSON a node that no JSON text can be.
    private JsonNode body(Headers headers, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String type = Optional.ofNullable(headers.getFirst("Content-Type")).orElse("");
        if (text.isEmpty() || type.startsWith("multipart/")) {
            return MissingNode.getInstance();
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            var form = JsonNodeFactory.instance.objectNode();
            query(text).forEach((name, values) -> form.put(name, values.getLast()));
            return form;
        }
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return json.getNodeFactory().pojoNode("unreadable");
        }
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.replaceFirst("^/", "").replaceFirst("/$", "").split("/", -1))
                .map(segment -> decode(segment.replace("+", "%2B")))
                .toList();
    }

    private static Map<String, List<String>> query(@Nullable String raw) {
        Map<String, List<String>> query = new HashMap<>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            int at = pair.indexOf('=');
            String name = decode(at < 0 ? pair : pair.substring(0, at)).replaceFirst("\\[]$", "");
            query.computeIfAbsent(name, any -> new ArrayList<>()).add(decode(at < 0 ? "" : pair.substring(at + 1)));
        }
        return query;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
