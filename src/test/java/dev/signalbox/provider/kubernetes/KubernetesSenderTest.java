package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.provider.kubernetes.FaultServer.Behaviour;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KubernetesSenderTest {

    private static final String DONE = "{\"kind\":\"Deployment\",\"metadata\":{\"uid\":\"u\"}}";
    private static final String FAILED_TEST = "{\"kind\":\"Status\",\"status\":\"Failure\",\"reason\":\"Invalid\","
            + "\"message\":\"the server rejected our request due to an error in our request\",\"code\":422}";

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("reset after the request was read", (r, c) -> c.reset()),
                fault("closed without an answer", (r, c) -> {}),
                fault("half a head", (r, c) -> c.raw("HTTP/1.1 200 OK\r\nContent-")),
                fault("half a body", (r, c) -> c.raw("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"kind\"")),
                fault("no HTTP at all", (r, c) -> c.raw("hello\r\n\r\n")),
                fault("500", (r, c) -> c.answer(500, "{}")),
                fault("502 with a page", (r, c) -> c.answer(502, "<html>bad gateway</html>")),
                fault("503 to be tried again", (r, c) -> c.answer(503, "{}", "Retry-After: 1")),
                fault("504", (r, c) -> c.answer(504, "{}")),
                fault("408", (r, c) -> c.answer(408, "{}")),
                fault("a page instead of an object", (r, c) -> c.answer(200, "<html>sign in</html>")),
                fault("an object without identity", (r, c) -> c.answer(200, "{}")));
    }

    private static Arguments fault(String name, Behaviour behaviour) {
        return Arguments.of(name, behaviour);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void putsExactlyOneRequestOnTheWireAndSaysThatItDoesNotKnow(String name, Behaviour fault) throws Exception {
        try (FaultServer server = new FaultServer(fault)) {
            SendOutcome outcome = send(server, "PATCH");
            assertThat(outcome).as(name).isInstanceOf(SendOutcome.Unknown.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, Unauthorized", "403, Forbidden", "404, NotFound", "405, Rejected", "409, Conflict", "410, NotFound",
        "412, Conflict", "429, RateLimited", "400, Rejected", "415, Rejected"
    })
    void aRefusalWasNotApplied(int status, String kind) throws Exception {
        try (FaultServer server = new FaultServer((r, c) -> c.answer(status, "{}"))) {
            assertThat(send(server, "PATCH")).isInstanceOfSatisfying(SendOutcome.NotApplied.class,
                    refused -> assertThat(refused.problem().getClass().getSimpleName()).isEqualTo(kind));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    void neverFollowsARedirect(int status) throws Exception {
        try (FaultServer elsewhere = new FaultServer((r, c) -> c.answer(200, DONE));
                FaultServer server =
                        new FaultServer((r, c) -> c.answer(status, "", "Location: " + elsewhere.address()))) {
            assertThat(send(server, "PATCH")).isInstanceOf(SendOutcome.NotApplied.class);
            assertThat(server.requests()).hasSize(1);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void aFailedTestOfAJsonPatchIsAConflict() throws Exception {
        try (FaultServer server = new FaultServer((r, c) -> c.answer(422, FAILED_TEST))) {
            assertThat(send(server, "PATCH")).isInstanceOfSatisfying(SendOutcome.NotApplied.class,
                    refused -> assertThat(refused.problem()).isInstanceOf(RemoteProblem.Conflict.class));
        }
    }

    @Test
    void anInvalidObjectIsRejectedWithTheServersReason() throws Exception {
        String invalid = "{\"kind\":\"Status\",\"reason\":\"Invalid\",\"message\":\"spec.replicas: must be positive\","
                + "\"details\":{\"causes\":[{\"field\":\"spec.replicas\"}]},\"code\":422}";
        try (FaultServer server = new FaultServer((r, c) -> c.answer(422, invalid))) {
            assertThat(send(server, "PATCH")).isInstanceOfSatisfying(SendOutcome.NotApplied.class,
                    refused -> assertThat(refused.problem()).isEqualTo(
                            new RemoteProblem.Rejected("spec.replicas: must be positive", 422)));
        }
    }

    @Test
    void anAnswerWithTheObjectWasApplied() throws Exception {
        try (FaultServer server = new FaultServer((r, c) -> c.answer(200, DONE))) {
            assertThat(send(server, "PATCH")).isEqualTo(new SendOutcome.Applied(200, DONE));
            FaultServer.Request request = server.requests().getFirst();
            assertThat(request.body()).isEqualTo("[]");
            assertThat(request.header("Content-Type")).startsWith("application/json-patch+json");
            assertThat(request.header("Authorization")).isEqualTo("Bearer " + Rig.TOKEN);
            assertThat(request.header("User-Agent")).isEqualTo("signalbox/test");
        }
    }

    @Test
    void whatCouldNotBeSentWasNotApplied() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        SendOutcome outcome = send(URI.create("http://127.0.0.1:" + port), "POST", Rig.PROD);
        assertThat(outcome).isInstanceOfSatisfying(SendOutcome.NotApplied.class, unsent -> assertThat(unsent.problem())
                .isInstanceOfSatisfying(RemoteProblem.Unreachable.class,
                        problem -> assertThat(problem.sent()).isEqualTo(Sent.NOTHING)));
    }

    @Test
    void refusesARequestForAnotherCluster() throws Exception {
        try (FaultServer server = new FaultServer((r, c) -> c.answer(200, DONE))) {
            assertThat(send(server.address(), "PATCH", new ConnectionId("other")))
                    .isInstanceOf(SendOutcome.NotApplied.class);
            PlannedRequest foreign = request(URI.create("http://127.0.0.1:1"), "PATCH", Rig.PROD);
            assertThat(Rig.connect(server.address()).cluster().sender().send(foreign))
                    .isInstanceOf(SendOutcome.NotApplied.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void serverMessagesNeverRepeatTheToken() throws Exception {
        String echo = "{\"kind\":\"Status\",\"message\":\"bad header Bearer " + Rig.TOKEN + "\\u202e\"}";
        try (FaultServer server = new FaultServer((r, c) -> c.answer(400, echo))) {
            assertThat(send(server, "POST")).isInstanceOfSatisfying(SendOutcome.NotApplied.class,
                    refused -> assertThat(refused.problem().detail()).doesNotContain("practice", "\u202e")
                            .contains("bad header"));
        }
    }

    private static SendOutcome send(FaultServer server, String method) throws Exception {
        return send(server.address(), method, Rig.PROD);
    }

    private static SendOutcome send(URI server, String method, ConnectionId to) throws Exception {
        Kubernetes.Connected connected = Rig.connect(server);
        try (AutoCloseable handle = connected.handle()) {
            assertThat(handle).isNotNull();
            return connected.cluster().sender().send(request(server, method, to));
        }
    }

    private static PlannedRequest request(URI server, String method, ConnectionId to) throws IOException {
        URI uri = URI.create(server + "/apis/apps/v1/namespaces/shop/deployments/checkout?fieldManager=signalbox");
        return new PlannedRequest(to, method, uri, "application/json-patch+json", "[]", "");
    }
}
