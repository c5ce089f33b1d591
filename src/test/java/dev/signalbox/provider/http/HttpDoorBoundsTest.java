package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.testing.faults.Behaviour;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Faults;
import dev.signalbox.testing.faults.RawAnswer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpDoorBoundsTest {

    private static final RawAnswer GOOD = RawAnswer.json("{\"id\":1}");

    private static RemoteProblem problem(HttpLimits limits, Behaviour... behaviours) {
        try (FaultServer server = FaultServer.start(behaviours);
                HttpDoor door = HttpDoor.open(Doors.to(server).withLimits(limits))) {
            return Doors.problem(() -> door.get(Doors.read(door, "x")));
        }
    }

    private static HttpLimits quick() {
        return HttpLimits.standard().withoutPauses().withDeadline(Duration.ofMillis(600));
    }

    @Test
    void aServerThatNeverAnswersCostsOneDeadline() {
        long begun = System.nanoTime();
        assertThat(problem(quick().withDeadline(Duration.ofSeconds(2)), Faults.timeout()))
                .isEqualTo(new RemoteProblem.Unreachable("127.0.0.1 did not answer in time", Sent.MAYBE));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void aServerThatDripsCostsOneDeadlineToo() {
        long begun = System.nanoTime();
        assertThat(problem(quick(), Faults.slowHeaders(Duration.ofMillis(50))))
                .isInstanceOf(RemoteProblem.Unreachable.class);
        assertThat(problem(quick(), Faults.slowBody(Duration.ofMillis(50))))
                .isInstanceOf(RemoteProblem.Unreachable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void aSmallGzipCannotBecomeALargeAnswer() {
        String zeros = "[" + "0,".repeat(4_000_000) + "0]";
        RawAnswer bomb = RawAnswer.json(zeros).gzipped();
        assertThat(bomb.body().length).isLessThan(20_000);
        assertThat(
                problem(HttpLimits.standard().withoutPauses().withAnswerBytes(1 << 20), Faults.answer(bomb)).detail())
                .isEqualTo("From 127.0.0.1: the answer is too large");
    }

    @Test
    void anAnswerLargerThanTheCeilingIsNotReadToItsEnd() {
        HttpLimits small = HttpLimits.standard().withoutPauses().withAnswerBytes(1000);
        assertThat(problem(small, Faults.answer(RawAnswer.json("[" + " ".repeat(2000) + "]"))).detail())
                .contains("too large");
        assertThat(problem(small, Faults.answer(RawAnswer.json("[" + " ".repeat(2000) + "]").chunked())).detail())
                .contains("too large");
        assertThat(problem(small, Faults.endless()).detail()).contains("too large");
    }

    @Test
    void headersWithoutEndAreRefused() {
        HttpLimits roomy = HttpLimits.standard().withoutPauses();
        assertThat(problem(roomy, Faults.endlessHeaders())).isInstanceOf(RemoteProblem.Unreadable.class);
        Behaviour longHeader = Faults.answer(GOOD.with("X-Long", "x".repeat(100_000)));
        assertThat(problem(roomy, longHeader)).isInstanceOf(RemoteProblem.Unreadable.class);
        assertThat(problem(roomy, Faults.garbage())).isInstanceOf(RemoteProblem.Unreachable.class);
    }

    @Test
    void aLineLongerThanTheBufferOfAConnectionIsTakenWhole() throws Exception {
        String value = "ab".repeat(8_000);
        try (FaultServer server = FaultServer.start(Faults.answer(GOOD.with("X-Long", value)));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            for (int i = 0; i < 2; i++) {
                assertThat(door.get(Doors.read(door, "x")).headers().first("X-Long")).contains(value);
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aCutAnswerIsReadAgainAndNeverTakenForAShorterOne() throws Exception {
        RawAnswer list = RawAnswer.json("[1,2,3,4,5,6]");
        for (Behaviour cut : new Behaviour[] {
            Faults.cutBody(5, list),
            Faults.truncatedGzip(list),
            Faults.cutBody(6, list.chunked()),
            Faults.limit(1000, list.without("Content-Length").with("Content-Length", "500")),
            Faults.untilClose(RawAnswer.json("[1,2,3"))
        }) {
            try (FaultServer server = FaultServer.start(cut, Faults.answer(list));
                    HttpDoor door = HttpDoor.open(Doors.to(server))) {
                assertThat(door.get(Doors.read(door, "x")).body()).hasSize(6);
                assertThat(server.requests()).hasSize(2);
                server.behave(cut);
                assertThat(Doors.problem(() -> door.get(Doors.read(door, "x"))))
                        .isInstanceOf(RemoteProblem.Unreadable.class);
            }
        }
    }

    @Test
    void aBodyThatEndsWithTheConnectionIsTakenOnlyWhenItsGrammarTellsItsEnd() throws Exception {
        try (FaultServer server = FaultServer.start(Faults.untilClose(RawAnswer.json("[1,2]")));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            assertThat(door.get(Doors.read(door, "x")).body()).hasSize(2);
            assertThat(Doors.problem(() -> door.bytes(Doors.read(door, "x"))).detail()).contains("cut one");
            server.behave(Faults.untilClose(RawAnswer.json("12")));
            assertThat(Doors.problem(() -> door.get(Doors.read(door, "x"))).detail()).contains("cut short");
        }
    }

    @Test
    void anUnknownEncodingLeaksNoConnection() throws Exception {
        try (FaultServer server = FaultServer.start(Faults.answer(GOOD.with("Content-Encoding", "zstd-x")));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            for (int i = 0; i < 50; i++) {
                assertThat(Doors.problem(() -> door.get(Doors.read(door, "x"))).detail()).contains("unknown way");
            }
            server.behave(Faults.answer(GOOD));
            long begun = System.nanoTime();
            door.get(Doors.read(door, "x"));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aKeptConnectionThatDiedOrSaysTooMuchIsNotUsedAgain() throws Exception {
        Behaviour dies = (request, line) -> {
            line.write(GOOD.bytes());
            line.close();
        };
        try (FaultServer server = FaultServer.start(dies, Faults.twice(RawAnswer.json("\"old\"")), Faults.answer(GOOD));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            door.get(Doors.read(door, "x"));
            assertThat(door.get(Doors.read(door, "x")).body().asText()).isEqualTo("old");
            assertThat(door.get(Doors.read(door, "x")).body().path("id").asInt()).isEqualTo(1);
            assertThat(server.connections()).isEqualTo(3);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void noFaultLeaksAConnection() {
        Behaviour[] all = {
            Faults.hangUp(), Faults.reset(), Faults.page(), Faults.garbage(), Faults.endlessHeaders(), Faults.timeout(),
            Faults.cutBody(2, GOOD), Faults.answer(RawAnswer.of(404, "no")), Faults.answer(RawAnswer.of(500, "no")),
            Faults.twice(GOOD), Faults.slowBody(Duration.ofSeconds(1))
        };
        HttpLimits limits = HttpLimits.standard().withoutPauses().withDeadline(Duration.ofMillis(100));
        try (FaultServer server = FaultServer.start();
                HttpDoor door = HttpDoor.open(Doors.to(server).withLimits(limits))) {
            for (int i = 0; i < 2; i++) {
                for (Behaviour one : all) {
                    server.behave(one);
                    reads(door);
                }
            }
            server.behave(Faults.answer(GOOD));
            boolean answered = Stream.generate(() -> reads(door)).limit(20).anyMatch(good -> good);
            assertThat(answered).as("one of 20 reads, however slow this machine").isTrue();
        }
    }

    private static boolean reads(HttpDoor door) {
        try {
            return door.get(Doors.read(door, "x")).status() == 200;
        } catch (RemoteFailure e) {
            assertThat(e.problem().detail()).isNotBlank();
            return false;
        }
    }

    @Test
    void atMostAsManyRequestsAsAllowedAreInFlightAndAnActionIsAlwaysLetIn() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        Behaviour held = (request, line) -> {
            if (request.method().equals("GET")) {
                await(goOn);
            }
            line.write(GOOD.bytes());
        };
        try (FaultServer server = FaultServer.start(held);
                HttpDoor door = HttpDoor.open(Doors.to(server));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?>[] reads = new Future<?>[20];
            for (int i = 0; i < reads.length; i++) {
                reads[i] = threads.submit(() -> door.get(Doors.read(door, "x")));
            }
            for (int i = 0; i < 7; i++) {
                server.awaitRequest();
            }
            assertThat(server.hasAnotherWithin(Duration.ofMillis(100))).as("an eighth read").isFalse();
            door.send(Doors.post(door, "{}"));
            assertThat(server.awaitRequest().method()).isEqualTo("POST");
            goOn.countDown();
            for (Future<?> read : reads) {
                read.get(10, TimeUnit.SECONDS);
            }
            assertThat(server.requests()).hasSize(21);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anInterruptEndsAReadAtOnce() throws Exception {
        try (FaultServer server = FaultServer.start(Faults.timeout());
                HttpDoor door = HttpDoor.open(Doors.to(server));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch kept = new CountDownLatch(1);
            Future<?> read = threads.submit(() -> {
                Doors.problem(() -> door.get(Doors.read(door, "x")));
                if (Thread.currentThread().isInterrupted()) {
                    kept.countDown();
                }
            });
            server.awaitRequest();
            read.cancel(true);
            assertThat(kept.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closingEndsWhatIsInFlight() throws Exception {
        try (FaultServer server = FaultServer.start(Faults.timeout());
                HttpDoor door = HttpDoor.open(Doors.to(server));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<RemoteProblem> read = threads.submit(() -> Doors.problem(() -> door.get(Doors.read(door, "x"))));
            server.awaitRequest();
            door.close();
            assertThat(read.get(5, TimeUnit.SECONDS).detail()).contains("closed");
        }
    }
}
