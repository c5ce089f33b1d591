package dev.signalbox.practice.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.signalbox.practice.gitlab.world.Refused;
import dev.signalbox.practice.gitlab.world.World;
import dev.signalbox.practice.http.RequestText;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
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

    private final World world;
    private final Routes routes;
    private final Gatekeeper gatekeeper;

    Front(World world, Routes routes, Gatekeeper gatekeeper) {
        this.world = world;
        this.routes = routes;
        this.gatekeeper = gatekeeper;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = RequestText.body(exchange.getRequestBody());
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

    private Answer answer(HttpExchange exchange, Token token, Instant now, String sent) {
        String path = exchange.getRequestURI().getRawPath();
        if (!path.startsWith(BASE + "/")) {
            return Answer.error(404, "404 Not Found");
        }
        String method = exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod();
        List<String> segments = RequestText.segments(path.substring(BASE.length()));
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
        JsonNode body = body(exchange.getRequestHeaders(), sent);
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
    private static JsonNode body(Headers headers, String text) {
        String type = Optional.ofNullable(headers.getFirst("Content-Type")).orElse("");
        if (text.isEmpty() || type.startsWith("multipart/")) {
            return MissingNode.getInstance();
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            var form = JsonNodeFactory.instance.objectNode();
            query(text).forEach((name, values) -> form.put(name, values.getLast()));
            return form;
        }
        return RequestText.json(text);
    }

    private static Map<String, List<String>> query(@Nullable String raw) {
        Map<String, List<String>> query = new HashMap<>();
        RequestText.parameters(raw).forEach(
                parameter -> query.computeIfAbsent(parameter.name().replaceFirst("\\[]$", ""), any -> new ArrayList<>())
                        .add(parameter.value()));
        return query;
    }
}
