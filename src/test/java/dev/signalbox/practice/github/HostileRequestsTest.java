package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

    private static final String DISPATCH = "/repos/acme/checkout/actions/workflows/ci.yml/dispatches";

    private final PracticeServer server = new PracticeServer();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/repos/acme/..%2F..%2Fuser",
        "/repos/acme/checkout/actions/runs/99999999999999999999999",
        "/repos/acme/checkout/actions/runs/-1",
        "/repos/acme/checkout/actions/runs/1%0d%0aX-Evil:%201",
        "/repositories/0/actions/runs",
        "/repositories/x",
        "/api/v3",
        "/repos//checkout",
        "/repos/acme/%E2%80%AEtuokcehc"
    })
    void oddPathsAreSimplyNotThere(String path) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("X-Evil")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "7", "\"main\"", "{\"ref\": 5}", "{\"ref\": {}}",
        "{\"ref\": \"main\", \"inputs\": [1]}"})
    void oddBodiesNeverBreakTheServer(String body) {
        assertThat(server.post(DISPATCH, body).statusCode()).isIn(200, 204, 422);
        assertThat(server.get("/user").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"ref\": \"main\"", "ref=main", "<xml/>"})
    void bodiesThatAreNoJsonAreRefused(String body) {
        assertThat(server.post(DISPATCH, body).statusCode()).isEqualTo(400);
    }

    @Test
    void filtersThatMakeNoSenseFindNothingOrEverything() {
        for (String query : List.of("created=%3E%3D", "created=..", "status=flying", "branch=%00", "check_suite_id=x",
                "page=", "&&=&x")) {
            assertThat(server.get("/repos/acme/checkout/actions/runs?" + query).statusCode()).as(query).isEqualTo(200);
        }
    }

    @Test
    void unknownMethodsFindNothing() {
        HttpResponse<String> answer = server.send(server.request("/user").DELETE());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(server.send(server.request("/user").method("HEAD", HttpRequest.BodyPublishers.noBody())).body())
                .isEmpty();
    }

    @Test
    void aClientWithoutANameIsTurnedAway() throws IOException {
        String request = "GET /user HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer "
                + PracticeServer.TOKEN + "\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", server.base().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403").contains("User-Agent header");
        }
    }

    @Test
    void aTagThatIsNoneMatchesNothing() {
        for (String tag : List.of("W/\"x\"", "\"\"", "W/", ",", "x")) {
            assertThat(server.send(server.request("/user").header("If-None-Match", tag)).statusCode()).isEqualTo(200);
        }
        assertThat(server.send(server.request("/user").header("If-None-Match", "*")).statusCode()).isEqualTo(304);
    }

    @Test
    void writesAndReadsMayComeAtTheSameTime() throws InterruptedException, ExecutionException {
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = IntStream.range(0, 60)
                    .<Callable<Integer>>mapToObj(i -> i % 3 == 0
                            ? () -> server.post(DISPATCH, "{\"ref\": \"main\", \"return_run_details\": true}")
                                    .statusCode()
                            : () -> server.get("/repos/acme/checkout/actions/runs?page=" + (1 + i % 4)).statusCode())
                    .toList();
            for (Future<Integer> answer : many.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(server.json("/repos/acme/checkout/actions/workflows/ci.yml/runs?event=workflow_dispatch")
                .path("total_count").asInt())
                .isEqualTo(20);
    }
}
