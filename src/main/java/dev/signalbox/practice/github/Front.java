package dev.signalbox.practice.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.signalbox.practice.github.world.Person;
import dev.signalbox.practice.github.world.Refused;
import dev.signalbox.practice.github.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Takes every request: checks who asks, how often and in which version, finds the endpoint, and writes the answer with
/// the headers that clients live by.
final class Front implements HttpHandler {

    private static final Logger LOG = System.getLogger(Front.class.getName());
    private static final String ENTERPRISE = "/api/v3";
    private static final Set<String> VERSIONS = Set.of(Call.OLD_VERSION, Call.NEW_VERSION);
    private static final int LARGEST_BODY = 1 << 20;
    private static final int READ_OVER = 16 << 20;

    private final World world;
    private final Routes routes;
    private final Gatekeeper gatekeeper;
    private final RandomGenerator random;
    private final JsonMapper json = new JsonMapper();

    Front(World world, Routes routes, Gatekeeper gatekeeper, RandomGenerator random) {
        this.world = world;
        this.routes = routes;
        this.gatekeeper = gatekeeper;
        this.random = random;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = body(exchange.getRequestBody());
            Optional<Person> person = gatekeeper.admit(exchange.getRequestHeaders().getFirst("Authorization"));
            Answer answer = person.isPresent() ? answer(exchange, person.get(), body) : refuse(exchange);
            new Reply(exchange, json, requestId()).send(answer, person.map(gatekeeper::limit), gatekeeper.now());
        }
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

    private static Answer refuse(HttpExchange exchange) {
        boolean anonymous = !exchange.getRequestHeaders().containsKey("Authorization");
        return Answer.problem(401, anonymous ? "Requires authentication" : "Bad credentials");
    }

    private Answer answer(HttpExchange exchange, Person person, byte[] bytes) {
        Headers headers = exchange.getRequestHeaders();
        if (headers.getFirst("User-Agent") == null) {
            return Answer.problem(403, "Request forbidden by administrative rules. Please make sure your request has a "
                    + "User-Agent header");
        }
        String version = Optional.ofNullable(headers.getFirst("X-GitHub-Api-Version")).orElse(Call.OLD_VERSION);
        if (!VERSIONS.contains(version)) {
            return Answer.problem(410, "The API version " + version + " is not supported.");
        }
        String path = exchange.getRequestURI().getRawPath();
        boolean enterprise = path.startsWith(ENTERPRISE + "/") || path.equals(ENTERPRISE);
        List<String> segments = segments(enterprise ? path.substring(ENTERPRISE.length()) : path);
        Optional<Answer> refusal =
                segments.equals(List.of("rate_limit")) ? Optional.empty() : gatekeeper.refusal(person);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String origin = "http://" + Optional.ofNullable(headers.getFirst("Host")).orElse("127.0.0.1");
        Links links = new Links(origin + (enterprise ? ENTERPRISE : ""), origin);
        String method = exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod();
        return world.locked(() -> {
            List<String> named = byName(segments);
            Optional<Routes.Match> match = routes.find(method, named);
            if (match.isEmpty()) {
                return Answer.problem(404, "Not Found");
            }
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            return run(match.get(), new Call(
                    method, match.get().path(), query, byId(named), body(bytes), person, version,
                    Optional.ofNullable(headers.getFirst("Accept")).orElse(""), links));
        });
    }

    private static Answer run(Routes.Match match, Call call) {
        String needed = match.route().permission();
        Map<String, String> permission =
                needed.isEmpty() ? Map.of() : Map.of("X-Accepted-GitHub-Permissions", needed);
        if (call.body().isPojo()) {
            return Answer.problem(400, "Problems parsing JSON").with(permission);
        }
        try {
            return match.route().endpoint().answer(call).with(permission);
        } catch (Refused e) {
            return Answer.problem(e.status(), e.sentence()).with(permission);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the practice server failed on " + call.rawPath(), e);
            return Answer.problem(500, "Server Error").with(permission);
        }
    }

    /// Unreadable text becomes a node that no JSON text can be.
    private JsonNode body(byte[] bytes) {
        try {
            return bytes.length == 0
                    ? MissingNode.getInstance()
                    : json.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return json.getNodeFactory().pojoNode("unreadable");
        }
    }

    /// Paging links name repositories by number; here they get their names back.
    private List<String> byName(List<String> segments) {
        if (segments.size() < 2 || !segments.getFirst().equals("repositories")) {
            return segments;
        }
        return world.repositories().stream()
                .filter(repository -> Long.toString(repository.id()).equals(segments.get(1)))
                .findFirst()
                .map(repository -> concat(List.of("repos", repository.owner(), repository.name()), segments, 2))
                .orElse(segments);
    }

    private String byId(List<String> segments) {
        List<String> numbered = segments.size() < 3 || !segments.getFirst().equals("repos")
                ? segments
                : world.repository(segments.get(2))
                        .map(repository -> concat(List.of("repositories", Long.toString(repository.id())), segments, 3))
                        .orElse(segments);
        // Names are encoded again: what someone called a tag must not end the link that it is in.
        return "/" + numbered.stream()
                .map(segment -> URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private static List<String> concat(List<String> start, List<String> segments, int from) {
        return java.util.stream.Stream.concat(start.stream(), segments.stream().skip(from)).toList();
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.replaceFirst("^/", "").replaceFirst("/$", "").split("/", -1))
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    private static Map<String, String> query(@org.jspecify.annotations.Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            int at = pair.indexOf('=');
            String name = at < 0 ? pair : pair.substring(0, at);
            String value = at < 0 ? "" : pair.substring(at + 1);
            query.put(URLDecoder.decode(name, StandardCharsets.UTF_8),
                    URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return query;
    }

    private synchronized String requestId() {
        return String.format(Locale.ROOT, "%04X:%05X:%07X:%07X:%08X", random.nextInt(1 << 16), random.nextInt(1 << 20),
                random.nextInt(1 << 28), random.nextInt(1 << 28), random.nextInt(1 << 30));
    }
}
