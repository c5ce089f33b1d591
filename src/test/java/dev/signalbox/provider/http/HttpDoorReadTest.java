package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Faults;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpDoorReadTest {

    private static final RawAnswer GOOD = RawAnswer.json("{\"id\":1}");

    @Test
    void readsJsonAndSaysWhoItIs() throws Exception {
        try (FaultServer server = FaultServer.start(Faults.answer(GOOD));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            JsonAnswer answer =
                    door.get(ApiRequest.read(door.base().url("repos", "acme", "app").query("per_page", "100")));
            assertThat(answer.body().path("id").asLong()).isEqualTo(1);
            assertThat(answer.readAt()).isEqualTo(Doors.NOW);
            assertThat(answer.isUnchanged()).isFalse();
            ReceivedRequest request = server.awaitRequest();
            assertThat(request.method() + " " + request.target()).isEqualTo("GET /repos/acme/app?per_page=100");
            assertThat(request.header("Authorization")).contains("Bearer " + Doors.TOKEN);
            assertThat(request.header("Accept")).contains("application/vnd.github+json");
            assertThat(request.header("User-Agent")).contains("Signalbox/test");
            assertThat(request.header("Accept-Encoding")).contains("gzip");
        }
    }

    @Test
    void readsCompressedChunkedAndSlicedAnswersAlike() throws Exception {
        try (FaultServer server = FaultServer.start(
                Faults.answer(GOOD.gzipped()), Faults.answer(GOOD.chunked()), Faults.slicer(GOOD),
                Faults.bandwidth(20, Duration.ofMillis(2), GOOD), Faults.latency(Duration.ofMillis(50), GOOD),
                Faults.slowClose(Duration.ofSeconds(20), GOOD), Faults.untilClose(GOOD));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            for (int i = 0; i < 7; i++) {
                assertThat(door.get(Doors.read(door, "x")).body().path("id").asLong()).isEqualTo(1);
            }
        }
    }

    @Test
    void keepsConnections() throws Exception {
        try (FaultServer server = FaultServer.start(Faults.answer(GOOD));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            for (int i = 0; i < 5; i++) {
                door.get(Doors.read(door, "x"));
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void triesAgainWhenTheServerFailedAndStopsAfterThree() throws Exception {
        try (FaultServer server = FaultServer.start(
                Faults.answer(RawAnswer.page(502, "<b>bad gateway</b>")), Faults.hangUp(), Faults.answer(GOOD));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            assertThat(door.get(Doors.read(door, "x")).status()).isEqualTo(200);
            assertThat(server.requests()).hasSize(3);
            server.behave(Faults.answer(RawAnswer.page(503, "<b>down</b>")));
            assertThat(Doors.problem(() -> door.get(Doors.read(door, "x"))))
                    .isEqualTo(new RemoteProblem.ServerFault("127.0.0.1 failed (503)", 503));
            assertThat(server.requests()).hasSize(6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 410, 412, 415, 422, 451})
    void neverTriesAgainAfterARefusal(int status) {
        try (FaultServer server =
                FaultServer.start(Faults.answer(RawAnswer.json("{\"message\":\"No\\u202e!\"}").status(status)));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            RemoteProblem problem = Doors.problem(() -> door.get(Doors.read(door, "x")));
            assertThat(problem.detail()).contains("No‹U+202E›!").contains("(" + status + ")");
            assertThat(server.requests()).hasSize(1);
            assertThat(problem).isInstanceOf(switch (status) {
                case 401 -> RemoteProblem.Unauthorized.class;
                case 403 -> RemoteProblem.Forbidden.class;
                case 404, 410 -> RemoteProblem.NotFound.class;
                case 409, 412 -> RemoteProblem.Conflict.class;
                default -> RemoteProblem.Rejected.class;
            });
        }
    }

    @Test
    void namesThePermissionThatIsMissing() {
        RawAnswer refusal = RawAnswer.json("{}").status(403);
        try (FaultServer server = FaultServer.start(
                Faults.answer(refusal.with("X-Accepted-GitHub-Permissions", "actions=write")),
                Faults.answer(refusal.with("X-GitHub-SSO", "required; url=https://x")),
                Faults.answer(refusal.with("X-Accepted-OAuth-Scopes", "repo")), Faults.answer(refusal));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            assertThat(missing(door)).isEqualTo("actions=write");
            assertThat(missing(door)).isEqualTo("single sign-on for the organisation");
            assertThat(missing(door)).isEqualTo("repo");
            assertThat(missing(door)).isEqualTo("nothing named");
        }
    }

    private static String missing(HttpDoor door) {
        RemoteProblem problem = Doors.problem(() -> door.get(Doors.read(door, "x")));
        String missing = ((RemoteProblem.Forbidden) problem).missing();
        return missing == null ? "nothing named" : missing;
    }

    @Test
    void saysThatASignInPageAnswered() {
        try (FaultServer server = FaultServer.start(Faults.page()); HttpDoor door = HttpDoor.open(Doors.to(server))) {
            RemoteProblem expected = new RemoteProblem.Unreadable("A sign-in page answered instead of 127.0.0.1");
            assertThat(Doors.problem(() -> door.get(Doors.read(door, "x")))).isEqualTo(expected);
            server.behave(Faults.answer(RawAnswer.of(200, "  <html>")));
            assertThat(Doors.problem(() -> door.get(Doors.read(door, "x")))).isEqualTo(expected);
            server.behave(Faults.answer(RawAnswer.page(401, "<html>log in</html>")));
            assertThat(Doors.problem(() -> door.get(Doors.read(door, "x")))).isEqualTo(expected);
            server.behave(Faults.answer(RawAnswer.page(511, "<html>log in</html>")));
            assertThat(Doors.problem(() -> door.get(Doors.read(door, "x")))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"a\":1}<html></html>", "{\"a\":1,\"a\":2}", "{\"a\":", "nonsense"})
    void refusesWhatIsNotExactlyOneJsonDocument(String body) {
        try (FaultServer server = FaultServer.start(Faults.answer(RawAnswer.json(body)));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            assertThat(Doors.problem(() -> door.get(Doors.read(door, "x"))))
                    .isInstanceOf(RemoteProblem.Unreadable.class);
        }
    }

    @Test
    void saysWhenNobodyListens() {
        try (FaultServer server = FaultServer.start(); HttpDoor door = HttpDoor.open(Doors.to(server))) {
            server.down();
            assertThat(Doors.problem(() -> door.get(Doors.read(door, "x"))))
                    .isEqualTo(new RemoteProblem.Unreachable("127.0.0.1 refused the connection", Sent.NOTHING));
        }
    }

    @Test
    void saysWhenANameIsUnknown() {
        try (HttpDoor door = HttpDoor.open(Doors.to("https://signalbox-test.invalid"))) {
            assertThat(Doors.problem(() -> door.get(Doors.read(door, "x"))))
                    .isEqualTo(new RemoteProblem.Unreachable("The name signalbox-test.invalid could not be found",
                            Sent.NOTHING));
        }
    }

    @Test
    void asksNothingOfANameThatCannotBePartOfAnAddress() {
        try (FaultServer server = FaultServer.start(); HttpDoor door = HttpDoor.open(Doors.to(server))) {
            assertThat(Doors.problem(() -> door.get(Doors.read(door, "repos", ".."))))
                    .isInstanceOf(RemoteProblem.Rejected.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void failsAtOnceAfterItWasClosed() {
        try (FaultServer server = FaultServer.start()) {
            HttpDoor door = HttpDoor.open(Doors.to(server));
            door.close();
            assertThat(Doors.problem(() -> door.get(Doors.read(door, "x"))))
                    .isEqualTo(new RemoteProblem.Unreachable("The connection to 127.0.0.1 was closed", Sent.NOTHING));
        }
    }

    @Test
    void countsEveryRequestOfReadsButForThoseOfActions() throws Exception {
        try (FaultServer server = FaultServer.start(
                Faults.answer(RawAnswer.of(503, "")), Faults.answer(RawAnswer.json("{}")));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            door.get(Doors.read(door, "tried", "twice"));
            door.get(Doors.read(door, "x"));
            door.forActions().get(Doors.read(door, "x"));

            assertThat(server.requests()).hasSize(4);
            assertThat(door.sent()).isEqualTo(3);
        }
    }
}
