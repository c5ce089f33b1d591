package dev.signalbox.provider.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.CiServer.Fault;
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
/// document or among its exceptions, and carry the credential, else closing fails.
final class GitLabWire implements AutoCloseable {

    static final String SECRET = "glpat-Zq3xK9vB2mN7wL5tR8yU";
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final ConnectionId CONNECTION = new ConnectionId("work");
    static final RepositoryId REPOSITORY = new RepositoryId(CONNECTION, "octo-org/platform", "octo-repo");
    static final RunId RUN = new RunId(REPOSITORY, 30433642);
    /// The project's path as one segment.
    static final String PROJECT = "/api/v4/projects/octo-org%2Fplatform%2Focto-repo";

    /// Where nothing else is said, no job was tried again.
    private static final String EARLIER_TRIES = "include_retried=true&";

    private static final Pattern ENCODED = Pattern.compile("%[0-9a-fA-F]{2}");

    private final Map<String, RawAnswer> answers = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Fault> fault = new AtomicReference<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final FaultServer server = FaultServer.start(this::play);
    private final String path;
    private final HttpSettings http;
    private final GitLab gitlab;
    private RawAnswer yes = RawAnswer.json("{}").status(201);

    GitLabWire() {
        this("");
    }

    /// @param path below which the whole of GitLab is, such as `/gitlab`
    GitLabWire(String path) {
        this.path = path;
        HttpRuntime runtime = new HttpRuntime(
                now::get, System::nanoTime, new SplittableRandom(7), Thread.ofVirtual().factory());
        http = HttpSettings.of(GitLab.base(server.address() + path), GitLab.token(SECRET), runtime)
                .withLimits(HttpLimits.standard().withoutPauses().withDeadline(Duration.ofSeconds(20)));
        gitlab = GitLab.open(new GitLabSettings(CONNECTION, List.of("octo-org/platform"), http));
    }

    /// How the server is reached, with the credential.
    HttpSettings http() {
        return http;
    }

    CiProvider provider() {
        return gitlab.provider();
    }

    void askAgain() {
        gitlab.askAgain();
    }

    @Nullable
    ApiBudget budget() {
        return provider().budget().get();
    }

    String address() {
        return server.address();
    }

    void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    /// A good answer in JSON; a target without `/api` is one of the project.
    void get(String target, JsonNode body) {
        answer(target, RawAnswer.json(body.toString()));
    }

    void get(String target, String body) {
        answer(target, RawAnswer.json(body));
    }

    void answer(String target, RawAnswer answer) {
        answers.put(normal(whole(target)), answer);
    }

    /// The answer to everything that changes something.
    void answerToWrites(RawAnswer answer) {
        yes = answer;
    }

    void fails(Fault other) {
        fault.set(other);
    }

    void works() {
        fault.set(null);
    }

    List<ReceivedRequest> requests() {
        return server.requests();
    }

    /// The targets asked so far, those of the project without its address.
    List<String> targets() {
        return requests().stream()
                .map(request -> normal(request.target()).replace(PROJECT + "/", ""))
                .toList();
    }

    @Override
    public void close() {
        gitlab.close();
        server.close();
        List<String> faults = new ArrayList<>();
        GitLabSchema schema = GitLabSchema.read();
        for (ReceivedRequest request : requests()) {
            if (!request.target().startsWith("/storage/")) {
                faults.addAll(faults(schema, request));
            }
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
    }

    private List<String> faults(GitLabSchema schema, ReceivedRequest request) {
        if (!request.target().startsWith(path)) {
            return List.of("outside of " + path + ": " + request.target());
        }
        URI uri = URI.create(request.target().substring(path.length()));
        JsonNode body = request.text().isEmpty() ? null : GitLabSchema.json(request.text());
        List<String> faults = new ArrayList<>(schema.faults(request.method(), uri, body));
        for (String header : List.of("Accept", "User-Agent", "PRIVATE-TOKEN")) {
            if (request.headers(header).size() != 1) {
                faults.add(request.target() + ": not one " + header + " but " + request.headers(header).size());
            }
        }
        return faults;
    }

    private void play(ReceivedRequest request, Line line) throws IOException {
        Fault broken = fault.get();
        if (broken == Fault.CUT) {
            line.reset();
        } else if (broken != null) {
            line.write(disappointing(broken).bytes());
        } else if (request.method().equals("GET")) {
            RawAnswer none = said(404, "404 Not Found");
            String target = normal(request.target());
            RawAnswer other = answers.getOrDefault(target.replace(EARLIER_TRIES, ""), none);
            line.write(answers.getOrDefault(target, other).bytes());
        } else {
            line.write(yes.bytes());
        }
    }

    private String whole(String target) {
        return target.startsWith("/") ? target : path + PROJECT + "/" + target;
    }

    /// The hex digits of an encoded character may be of either case.
    private static String normal(String target) {
        return ENCODED.matcher(target).replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
    }

    private static RawAnswer disappointing(Fault fault) {
        return switch (fault) {
            case UNAUTHORIZED -> said(401, "401 Unauthorized");
            case FORBIDDEN -> RawAnswer.json("""
                    {"error":"insufficient_scope","error_description":"More is needed.","scope":"api"}""").status(403);
            case NOT_FOUND -> said(404, "404 Project Not Found");
            case CONFLICT -> said(409, "Conflict");
            case REJECTED -> RawAnswer.json("{\"message\":{\"base\":[\"Reference not found\"]}}").status(400);
            case MOVED -> said(307, "Temporary Redirect").with("Location", "/api/v4/projects/1/x");
            case RATE_LIMITED -> RawAnswer.of(429, "Retry later\n")
                    .with("Content-Type", "text/plain")
                    .with("RateLimit-Limit", "60")
                    .with("RateLimit-Remaining", "0")
                    .with("RateLimit-Reset", String.valueOf(NOW.getEpochSecond() + 42))
                    .with("Retry-After", "42");
            case SERVER_FAULT -> said(502, "GitLab is not responding");
            case SIGN_IN_PAGE -> RawAnswer.page(200, "<html><body>Please sign in</body></html>");
            case TRUNCATED -> RawAnswer.json("[{\"id\":1,");
            case WRONG_SHAPE -> RawAnswer.json("7");
            case CUT -> throw new IllegalStateException("nothing is answered");
        };
    }

    private static RawAnswer said(int status, String message) {
        return RawAnswer.json("{\"message\":\"" + message + "\"}").status(status);
    }
}
