package dev.signalbox.provider.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.ApiBudget;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.CiServer.Fault;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpLimits;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Line;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A server with answers by request target, and a provider connected to it. Whatever was asked must be in the published
/// schema, else closing fails.
final class GitHubWire implements AutoCloseable {

    static final String SECRET = "ghp_Zq3xK9vB2mN7wL5tR8yU1oP4aS6dF0gH";
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final Pattern ENCODED = Pattern.compile("%[0-9a-fA-F]{2}");

    private final Map<String, RawAnswer> answers = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Fault> fault = new AtomicReference<>();
    private final FaultServer server = FaultServer.start(this::play);
    private final HttpSettings http;
    private final GitHub github;
    private RawAnswer yes = RawAnswer.json("{}").status(201);

    GitHubWire() {
        this("");
    }

    /// @param path below which the API is, such as `/api/v3`
    GitHubWire(String path) {
        HttpRuntime runtime = new HttpRuntime(
                InstantSource.fixed(NOW), System::nanoTime, new SplittableRandom(7), Thread.ofVirtual().factory());
        http = HttpSettings.of(GitHub.base(server.address() + path), Credential.bearer(SECRET), runtime)
                .withLimits(HttpLimits.standard().withoutPauses().withDeadline(Duration.ofSeconds(20)));
        github = GitHub.open(new GitHubSettings(WireReading.CONNECTION, List.of("octo-org"), http));
    }

    /// How the server is reached, with the credential.
    HttpSettings http() {
        return http;
    }

    GitHub github() {
        return github;
    }

    CiProvider provider() {
        return github.provider();
    }

    @Nullable
    ApiBudget budget() {
        return provider().budget().get();
    }

    String address() {
        return server.address();
    }

    void get(String target, JsonNode body) {
        answer(target, RawAnswer.json(body.toString()));
    }

    void get(String target, String body) {
        answer(target, RawAnswer.json(body));
    }

    void answer(String target, RawAnswer answer) {
        answers.put(normal(target), answer);
    }

    /// The answer to everything that changes something.
    void answerToWrites(RawAnswer answer) {
        yes = answer;
    }

    void works() {
        fault.set(null);
    }

    void fails(Fault other) {
        fault.set(other);
    }

    List<ReceivedRequest> requests() {
        return server.requests();
    }

    @Override
    public void close() {
        github.close();
        server.close();
        List<String> faults = new ArrayList<>();
        OpenApi schema = new OpenApi(WireFiles.schema());
        for (ReceivedRequest request : requests()) {
            // Links are followed as given, and storage is not the API.
            if (!request.target().matches("/repositories/.*|/storage/.*")) {
                faults.addAll(faults(schema, request));
            }
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
    }

    private static List<String> faults(OpenApi schema, ReceivedRequest request) {
        URI uri = URI.create(request.target().replaceFirst("^/api/v3", ""));
        List<String> faults = new ArrayList<>(schema.faults(
                request.method(), uri, request.text().isEmpty() ? null : WireFiles.json(request.text())));
        for (String header : List.of("Accept", "X-GitHub-Api-Version", "User-Agent", "Authorization")) {
            if (request.headers(header).size() != 1) {
                faults.add(request.target() + ": not one " + header + " but " + request.headers(header).size());
            }
        }
        return faults;
    }

    private void play(ReceivedRequest request, Line line) throws IOException {
        Fault now = fault.get();
        if (now == Fault.CUT) {
            line.reset();
        } else if (now != null && !(now == Fault.RATE_LIMITED && request.target().endsWith("/rate_limit"))) {
            line.write(disappointing(now).bytes());
        } else if (request.method().equals("GET")) {
            RawAnswer none = RawAnswer.json("{\"message\":\"Not Found\",\"status\":\"404\"}").status(404);
            line.write(answers.getOrDefault(normal(request.target()), none).bytes());
        } else {
            boolean review = request.target().endsWith("/pending_deployments");
            line.write((review && yes.status() == 201 ? RawAnswer.json("[]") : yes).bytes());
        }
    }

    /// The hex digits of an encoded character may be of either case.
    private static String normal(String target) {
        return ENCODED.matcher(target).replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
    }

    private static RawAnswer disappointing(Fault fault) {
        return switch (fault) {
            case UNAUTHORIZED -> said(401, "Bad credentials");
            case FORBIDDEN -> said(403, "Resource not accessible by personal access token")
                    .with("X-Accepted-GitHub-Permissions", "actions=write");
            case NOT_FOUND -> said(404, "Not Found");
            case CONFLICT -> said(409, "Cannot cancel a workflow run that is completed.");
            case REJECTED -> said(422, "Unexpected inputs provided");
            case MOVED -> said(307, "Temporary Redirect").with("Location", "/repositories/1/x");
            case RATE_LIMITED -> said(403, "API rate limit exceeded for user ID 1.")
                    .with("x-ratelimit-limit", "5000")
                    .with("x-ratelimit-remaining", "0")
                    .with("x-ratelimit-used", "5000")
                    .with("x-ratelimit-resource", "core")
                    .with("x-ratelimit-reset", String.valueOf(NOW.getEpochSecond() + 600));
            case SERVER_FAULT -> said(502, "Server Error");
            case SIGN_IN_PAGE -> RawAnswer.page(200, "<html><body>Please sign in</body></html>");
            case TRUNCATED -> RawAnswer.json("{\"workflow_runs\":[{\"id\":1,");
            case WRONG_SHAPE -> RawAnswer.json("7");
            case CUT -> throw new IllegalStateException("nothing is answered");
        };
    }

    private static RawAnswer said(int status, String message) {
        String link = "\"documentation_url\":\"https://docs.github.com/rest\"";
        return RawAnswer.json("{\"message\":\"" + message + "\"," + link + "}").status(status);
    }
}
