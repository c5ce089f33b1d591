package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.signalbox.practice.github.world.Person;
import dev.signalbox.practice.github.world.Refused;
import dev.signalbox.practice.github.world.World;
import dev.signalbox.practice.http.RequestText;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
            String body = RequestText.body(exchange.getRequestBody());
            Optional<Person> person = gatekeeper.admit(exchange.getRequestHeaders().getFirst("Authorization"));
            Answer answer = person.isPresent() ? answer(exchange, person.get(), body) : refuse(exchange);
            new Reply(exchange, json, requestId()).send(answer, person.map(gatekeeper::limit), gatekeeper.now());
        }
    }

    private static Answer refuse(HttpExchange exchange) {
        boolean anonymous = !exchange.getRequestHeaders().containsKey("Authorization");
        return Answer.problem(401, anonymous ? "Requires authentication" : "Bad credentials");
    }

    private Answer answer(HttpExchange exchange, Person person, String sent) {
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
        List<String> segments = RequestText.segments(enterprise ? path.substring(ENTERPRISE.length()) : path);
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
                    method, match.get().path(), query, byId(named), RequestText.json(sent), person, version,
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

    private static Map<String, String> query(@org.jspecify.annotations.Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        RequestText.parameters(raw).forEach(parameter -> query.put(parameter.name(), parameter.value()));
        return query;
    }

    private synchronized String requestId() {
        return String.format(Locale.ROOT, "%04X:%05X:%07X:%07X:%08X", random.nextInt(1 << 16), random.nextInt(1 << 20),
                random.nextInt(1 << 28), random.nextInt(1 << 28), random.nextInt(1 << 30));
    }
}
