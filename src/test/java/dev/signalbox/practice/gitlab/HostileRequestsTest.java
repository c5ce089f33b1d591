package dev.signalbox.practice.gitlab;

import static dev.signalbox.practice.gitlab.GitLabServer.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRequestsTest {

    private final GitLabServer server = new GitLabServer();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/projects/acme%2Fplatform%2Fauth/..%2F..%2Fuser",
        "/projects/acme%2Fplatform%2Fauth/pipelines/99999999999999999999999",
        "/projects/acme%2Fplatform%2Fauth/pipelines/1%0d%0aX-Evil:%201",
        "/projects/acme%2Fplatform%2Fauth/jobs/%00",
        "/projects//pipelines",
        "/projects/%E2%80%AEhtua",
        "/"
    })
    void oddPathsAreSimplyNotThere(String path) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("X-Evil")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "7", "\"main\"", "{\"ref\": 5}", "{\"ref\": {}}",
        "{\"ref\": \"main\", \"inputs\": [1]}", "{\"ref\": \"main\", \"variables\": \"x\"}",
        "{\"ref\": \"main\", \"inputs\": {\"version\": {\"a\": 1}}}"})
    void oddBodiesNeverBreakTheServer(String body) {
        assertThat(server.post(AUTH + "/pipeline", body).statusCode()).isIn(201, 400);
        assertThat(server.get("/user").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"ref\": \"main\"", "<xml/>"})
    void bodiesThatAreNoJsonAreRefused(String body) {
        assertThat(server.post(AUTH + "/pipeline", body).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=flying", "scope=none", "ref=%00", "page=", "&&=&x", "page=-4", "per_page=1e9",
        "sort=sideways", "order_by=moon", "%ZZ=1", "name=%E2%80%AE"})
    void filtersThatMakeNoSenseFindNothingOrEverything(String query) {
        assertThat(server.get(AUTH + "/pipelines?page=1").statusCode()).isEqualTo(200);
        if (!query.contains("%ZZ")) {
            assertThat(server.get(AUTH + "/pipelines?" + query).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aVersionThatIsTooLongIsRefused() {
        HttpResponse<String> answer = server.post(AUTH + "/pipeline",
                "{\"ref\": \"main\", \"inputs\": {\"version\": \"" + "9".repeat(2000) + "\"}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("too long");
    }

    @Test
    void aVersionThatWouldEndALinkStaysInIt() {
        server.post(AUTH + "/pipeline", """
                {"ref": "main", "inputs": {"version": "v9>; rel=\\"next\\"", "environment": "staging"}}
                """);
        HttpResponse<String> page = server.get(AUTH
                + "/pipelines?per_page=1&ref=v9%3E%3B%20rel%3D%22next%22%20%E2%82%AC");

        assertThat(GitLabServer.links(page).keySet()).containsExactlyInAnyOrder("first", "last");
        assertThat(page.headers().firstValue("Link").orElseThrow()).isASCII();
    }

    @Test
    void aTagThatIsNoneMatchesNothing() {
        for (String tag : List.of("W/\"x\"", "\"\"", "W/", ",", "x")) {
            assertThat(server.send(server.as(GitLabServer.TOKEN, "/user").header("If-None-Match", tag)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aBodyOfAMillionLettersDoesNoHarm() {
        HttpResponse<String> answer = server.post(AUTH + "/pipeline", "{\"ref\": \"" + "m".repeat(2_000_000) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(server.get("/user").statusCode()).isEqualTo(200);
    }

    @Test
    void writesAndReadsMayComeAtTheSameTime() throws InterruptedException, ExecutionException {
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = IntStream.range(0, 60)
                    .<Callable<Integer>>mapToObj(i -> i % 3 == 0
                            ? () -> server.post(AUTH + "/pipeline", "{\"ref\": \"main\"}").statusCode() - 1
                            : () -> server.get(AUTH + "/pipelines?page=" + (1 + i % 4)).statusCode())
                    .toList();
            for (Future<Integer> answer : many.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        server.sample().pass(Duration.ofSeconds(60));
        assertThat(server.json(AUTH + "/pipelines?ref=main&source=api&status=success&per_page=100")).hasSize(20);
    }
}
