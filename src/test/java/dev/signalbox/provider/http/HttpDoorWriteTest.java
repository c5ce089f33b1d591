package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.testing.faults.Behaviour;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Faults;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpDoorWriteTest {

    private static final RawAnswer GOOD = RawAnswer.json("{\"id\":7}");

    @Test
    void sendsTheBodyByteForByteOnce() throws Exception {
        try (FaultServer server = FaultServer.start(Faults.answer(GOOD));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            SendOutcome outcome = door.send(Doors.post(door, "{\"comment\":\"größer\"}"));
            assertThat(outcome).isEqualTo(new SendOutcome.Applied(200, "{\"id\":7}"));
            ReceivedRequest request = server.awaitRequest();
            assertThat(request.method() + " " + request.target()).isEqualTo("POST /do");
            assertThat(request.text()).isEqualTo("{\"comment\":\"größer\"}");
            assertThat(request.headers("Content-Type")).containsExactly("application/json");
            assertThat(request.headers("Authorization")).containsExactly("Bearer " + Doors.TOKEN);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void anEmptyYesIsAYesUnlessJsonIsExpected() {
        try (FaultServer server = FaultServer.start(Faults.answer(RawAnswer.of(204, "")));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            assertThat(door.send(Doors.post(door, "{}"))).isEqualTo(new SendOutcome.Applied(204, ""));
            assertThat(Doors.unknown(door.send(Doors.post(door, "{}").answeredByJson())).detail()).contains("empty");
            server.behave(Faults.answer(RawAnswer.of(201, "")));
            assertThat(door.send(ApiWrite.empty("DELETE", door.base().url("x"))))
                    .isEqualTo(new SendOutcome.Applied(201, ""));
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("hang up", Faults.hangUp()),
                Arguments.of("reset", Faults.reset()),
                Arguments.of("half an answer", Faults.cutBody(3, GOOD)),
                Arguments.of("half a head", Faults.limit(20, GOOD)),
                Arguments.of("a page", Faults.page()),
                Arguments.of("500", Faults.answer(RawAnswer.of(500, ""))),
                Arguments.of("502 page", Faults.answer(RawAnswer.page(502, "<html>"))),
                Arguments.of("503", Faults.answer(RawAnswer.of(503, "").with("Retry-After", "1"))),
                Arguments.of("504", Faults.answer(RawAnswer.of(504, ""))),
                Arguments.of("408", Faults.answer(RawAnswer.of(408, ""))),
                Arguments.of("wrong length",
                        Faults.limit(1000, GOOD.without("Content-Length").with("Content-Length", "999"))),
                Arguments.of("cut gzip", Faults.truncatedGzip(GOOD)),
                Arguments.of("not JSON", Faults.answer(RawAnswer.json("{\"id\":"))),
                Arguments.of("unknown encoding", Faults.answer(GOOD.with("Content-Encoding", "zstd-x"))),
                Arguments.of("garbage", Faults.garbage()),
                Arguments.of("headers without end", Faults.endlessHeaders()),
                Arguments.of("too large", Faults.endless()),
                Arguments.of("silence", Faults.timeout()),
                Arguments.of("slow headers", Faults.slowHeaders(Duration.ofMillis(100))),
                Arguments.of("slow body", Faults.slowBody(Duration.ofMillis(100))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isUnknownAndNeverRepeatedAfterEveryFault(String name, Behaviour fault) {
        HttpLimits limits =
                HttpLimits.standard().withoutPauses().withDeadline(Duration.ofMillis(1500)).withAnswerBytes(1 << 20);
        try (FaultServer server = FaultServer.start(fault);
                HttpDoor door = HttpDoor.open(Doors.to(server).withLimits(limits))) {
            assertThat(Doors.unknown(door.send(Doors.post(door, "{}"))).detail()).isNotBlank();
            assertThat(server.requests()).as("requests seen by the server").hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 410, 412, 422, 429})
    void isNotAppliedWhenRefused(int status) {
        try (FaultServer server =
                FaultServer.start(Faults.answer(RawAnswer.json("{\"message\":\"no\"}").status(status)));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            assertThat(Doors.notApplied(door.send(Doors.post(door, "{}"))).detail()).contains("no");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 304, 307, 308})
    void aMoveIsANoAndIsNotFollowed(int status) {
        try (FaultServer server = FaultServer.start();
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            server.behave(Faults.redirect(status, server.address() + "/elsewhere"),
                    Faults.answer(RawAnswer.page(200, "<b>ok</b>")));
            RemoteProblem problem = Doors.notApplied(door.send(Doors.post(door, "{}")));
            assertThat(problem).isInstanceOf(RemoteProblem.Rejected.class);
            assertThat(problem.detail()).contains("moved").contains("nothing was done");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void certainlyNothingWasSentWhenNobodyListens() {
        try (FaultServer server = FaultServer.start(); HttpDoor door = HttpDoor.open(Doors.to(server))) {
            server.down();
            assertThat(Doors.notApplied(door.send(Doors.post(door, "{}"))))
                    .isEqualTo(new RemoteProblem.Unreachable("127.0.0.1 refused the connection", Sent.NOTHING));
        }
    }

    @Test
    void everyWriteHasAConnectionOfItsOwn() throws Exception {
        try (FaultServer server = FaultServer.start(Faults.answer(GOOD));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            door.get(Doors.read(door, "x"));
            door.send(Doors.post(door, "{}"));
            door.send(Doors.post(door, "{}"));
            door.get(Doors.read(door, "x"));
            assertThat(server.requests()).extracting(ReceivedRequest::connection).containsExactly(1, 2, 3, 1);
        }
    }

    @Test
    void aLateAnswerToSomethingElseIsNotTakenForAYes() throws Exception {
        try (FaultServer server = FaultServer.start(
                (request, line) -> {
                    line.write(GOOD.bytes());
                    line.pause(Duration.ofMillis(30));
                    line.write(GOOD.bytes());
                },
                Faults.answer(RawAnswer.of(409, "")));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            door.get(Doors.read(door, "x"));
            assertThat(Doors.notApplied(door.send(Doors.post(door, "{}")))).isInstanceOf(RemoteProblem.Conflict.class);
        }
    }

    @Test
    void goesToTheAccountsOwnServerOnly() {
        try (FaultServer server = FaultServer.start();
                FaultServer other = FaultServer.start();
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            ApiUrl foreign = ApiUrl.given(URI.create(other.address() + "/do"));
            assertThat(Doors.notApplied(door.send(ApiWrite.json("POST", foreign, "{}"))))
                    .isInstanceOf(RemoteProblem.Rejected.class);
            assertThat(Doors.notApplied(door.send(ApiWrite.json("POST", door.base().url("a", ".."), "{}"))))
                    .isInstanceOf(RemoteProblem.Rejected.class);
            assertThat(other.requests()).isEmpty();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void writesGoOneAfterTheOtherWithAPauseBetween() throws Exception {
        HttpLimits limits = new HttpLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), 1 << 20,
                1 << 20, 1, Duration.ofSeconds(5), Duration.ofMinutes(1), 8, Duration.ofMillis(150), 1, Duration.ZERO);
        try (FaultServer server = FaultServer.start(Faults.latency(Duration.ofMillis(20), GOOD));
                HttpDoor door = HttpDoor.open(Doors.to(server).withLimits(limits));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begun = System.nanoTime();
            for (Future<SendOutcome> one : Stream
                    .generate(() -> threads.submit(() -> door.send(Doors.post(door, "{}"))))
                    .limit(4).toList()) {
                assertThat(one.get(10, TimeUnit.SECONDS)).isInstanceOf(SendOutcome.Applied.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(450));
        }
    }

    @Test
    void anInterruptAfterTheRequestWasSentLeavesTheOutcomeUnknownAndLetsTheNextOneGo() throws Exception {
        try (FaultServer server = FaultServer.start(Faults.timeout(), Faults.answer(GOOD));
                HttpDoor door = HttpDoor.open(Doors.to(server));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch kept = new CountDownLatch(1);
            Future<SendOutcome> first = threads.submit(() -> interruptible(door, kept));
            server.awaitRequest();
            Future<SendOutcome> second = threads.submit(() -> door.send(Doors.post(door, "second")));
            assertThat(server.hasAnotherWithin(Duration.ofMillis(50))).as("a second write beside the first").isFalse();
            first.cancel(true);
            assertThat(kept.await(30, TimeUnit.SECONDS)).as("interrupt status kept, outcome unknown").isTrue();
            assertThat(second.get(30, TimeUnit.SECONDS)).isInstanceOf(SendOutcome.Applied.class);
        }
    }

    private static SendOutcome interruptible(HttpDoor door, CountDownLatch kept) {
        SendOutcome outcome = door.send(Doors.post(door, "first"));
        if (Thread.currentThread().isInterrupted() && outcome instanceof SendOutcome.Unknown) {
            kept.countDown();
        }
        return outcome;
    }

    @Test
    void anInterruptWhileWaitingForItsTurnSendsNothing() throws Exception {
        try (FaultServer server = FaultServer.start(Faults.answer(GOOD));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            Thread.currentThread().interrupt();
            SendOutcome outcome = door.send(Doors.post(door, "{}"));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(Doors.notApplied(outcome))
                    .isEqualTo(new RemoteProblem.Unreachable("Stopped while waiting for 127.0.0.1", Sent.NOTHING));
            assertThat(server.requests()).isEmpty();
        }
    }
}
