package dev.signalbox.practice.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The practice repository as it answers over HTTP.
class PracticeGitTest {

    private static final String TOKEN = "practice_0123456789abcdef";

    private final PracticeGit git = new PracticeGit(
            "acme/board", () -> "version: 1\n", TOKEN::equals, () -> Instant.parse("2026-11-20T12:00:00Z"));
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // made before each test
    private LoopbackServer server;

    @BeforeEach
    void serve() throws IOException {
        server = LoopbackServer.open(requests).at(git.path(), git).start();
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
        requests.close();
    }

    @ParameterizedTest
    @CsvSource({"git-upload-pack", "git-receive-pack"})
    void tellsItsBranchesForBothServices(String service) throws Exception {
        HttpResponse<String> answer = get("/info/refs?service=" + service, basic("x", TOKEN));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/x-" + service + "-advertisement");
        assertThat(answer.body()).contains("# service=" + service)
                .contains(git.head("main").orElseThrow() + " refs/heads/main");
    }

    @Test
    void aTokenIsThePasswordOfAnyUser() throws Exception {
        assertThat(get("/info/refs?service=git-upload-pack", basic("", TOKEN)).statusCode()).isEqualTo(200);
        assertThat(get("/info/refs?service=git-upload-pack", basic("x-access-token", TOKEN)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer " + TOKEN, "Basic ???", "Basic eDp5", "Basic", TOKEN})
    void whoeverHasNoTokenIsAskedForOne(String authorization) throws Exception {
        for (String path : new String[] {"/info/refs?service=git-upload-pack", "/other"}) {
            HttpResponse<String> answer = get(path, authorization);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(
                    wanted -> assertThat(wanted).startsWith("Basic "));
            assertThat(answer.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "/", "/info/refs", "/info/refs?service=git-upload-archive", "/HEAD", "/objects/info/packs", "/config",
        "/git-upload-pack", "/../board.git/config"
    })
    void nothingElseIsThere(String path) throws Exception {
        assertThat(get(path, basic("x", TOKEN)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"/git-upload-pack", "/git-receive-pack"})
    void whatIsNotUnderstoodChangesNothingAndEnds(String path) throws Exception {
        String head = git.head("main").orElseThrow();
        HttpResponse<String> answer = client.send(
                request(path, basic("x", TOKEN)).POST(HttpRequest.BodyPublishers.ofString("zzzzgarbage")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isIn(200, 400);
        assertThat(git.head("main")).contains(head);
        assertThat(get("/info/refs?service=git-upload-pack", basic("x", TOKEN)).statusCode()).isEqualTo(200);
    }

    @Test
    void knowsItsBranchesAndRemovesThem() {
        String head = git.head("main").orElseThrow();
        assertThat(git.fullName()).isEqualTo("acme/board");
        assertThat(git.head("gone")).isEmpty();
        assertThat(git.head("no..name")).isEmpty();
        assertThat(git.contains("main", head)).isTrue();
        assertThat(git.contains("main", "0".repeat(39) + "1")).isFalse();
        assertThat(git.contains("main", "nothing")).isFalse();
        assertThat(git.contains("gone", head)).isFalse();
        assertThat(git.remove("gone")).isFalse();
        assertThat(git.remove("main")).isTrue();
        assertThat(git.head("main")).isEmpty();
    }

    private HttpResponse<String> get(String path, String authorization) throws Exception {
        return client.send(request(path, authorization).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + git.path() + path));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString(
                (user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
