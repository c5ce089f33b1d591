package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Faults;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RedirectTest {

    private static final RawAnswer GOOD = RawAnswer.json("{\"id\":1}");
    private static final String SECRET = "Qw3rTy5uIoP7aSdF";

    @TempDir
    private Path folder = Path.of("");

    static Stream<Arguments> everyWay() {
        List<Credential> credentials = List.of(
                Credential.bearer(SECRET), Credential.basic("me", SECRET), Credential.header("PRIVATE-TOKEN", SECRET),
                Credential.header("Job-Token", SECRET), Credential.header("Cookie", "s=" + SECRET),
                Credential.header("Proxy-Authorization", SECRET), Credential.header("X-Vault-Token", SECRET));
        return Stream.of(301, 302, 303, 307, 308)
                .flatMap(status -> credentials.stream().map(credential -> Arguments.of(status, credential)));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void noCredentialEverReachesAnotherServer(int status, Credential credential) throws Exception {
        try (FaultServer other = FaultServer.start(Faults.answer(GOOD)); FaultServer server = FaultServer.start()) {
            server.behave(Faults.redirect(status, other.address() + "/blob?sig=x"));
            HttpSettings settings = Doors.to(server);
            try (HttpDoor door = HttpDoor.open(HttpSettings.of(settings.base(), credential, settings.runtime())
                    .withHeaders("Signalbox/test", Map.of("X-Own", "1")).withLimits(settings.limits()))) {
                assertThat(Doors.problem(() -> door.get(Doors.read(door, "x"))))
                        .isInstanceOf(RemoteProblem.Rejected.class);
                assertThat(other.requests()).as("JSON is read from the account's own server only").isEmpty();
                assertThat(door.download(Doors.read(door, "x"), Download.Into.file(folder.resolve("log"))).bytes())
                        .isEqualTo(8);
            }
            assertThat(server.requests()).allMatch(r -> r.header(credential.headerName()).isPresent());
            ReceivedRequest foreign = other.awaitRequest();
            assertThat(foreign.target()).isEqualTo("/blob?sig=x");
            assertThat(foreign.head()).doesNotContain(SECRET).doesNotContainIgnoringCase("token")
                    .doesNotContain("X-Own");
            assertThat(foreign.header("Authorization")).isEmpty();
            assertThat(foreign.header("Cookie")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void readsFollowWithinTheOriginWithTheCredential(int status) throws Exception {
        try (FaultServer server = FaultServer.start(Faults.redirect(status, "/repositories/7"), Faults.answer(GOOD));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            JsonAnswer answer = door.get(Doors.read(door, "repos", "old"));
            assertThat(server.requests()).extracting(ReceivedRequest::target).containsExactly("/repos/old",
                    "/repositories/7");
            assertThat(server.requests()).allMatch(r -> r.header("Authorization").isPresent());
            ApiUrl moved = answer.movedTo();
            boolean forGood = status == 301 || status == 308;
            assertThat(moved == null ? "" : moved.toString())
                    .isEqualTo(forGood ? server.address() + "/repositories/7" : "");
        }
    }

    @Test
    void aCredentialStaysAwayAfterALeaveEvenWhenTheWayLeadsBack() throws Exception {
        try (FaultServer server = FaultServer.start();
                FaultServer other = FaultServer.start();
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            server.behave(Faults.redirect(302, other.address() + "/a"), Faults.answer(GOOD));
            other.behave(Faults.redirect(302, server.address() + "/b"));
            door.download(Doors.read(door, "x"), Download.Into.file(folder.resolve("log")));
            assertThat(server.requests()).extracting(r -> r.header("Authorization").isPresent()).containsExactly(true,
                    false);
        }
    }

    @Test
    void stopsAfterFiveHops() {
        try (FaultServer server = FaultServer.start(Faults.redirect(302, "/again"));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            assertThat(Doors.problem(() -> door.get(Doors.read(door, "x"))).detail()).contains("without end");
            assertThat(server.requests()).hasSize(6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://example.com/", "file:///etc/passwd", "ftp://127.0.0.1/",
        "https://169.254.169.254/",
        "https://[fe80::1]/", "javascript:x", "https://user@127.0.0.1/", "http://[bad", "//", "https:///x"})
    void anAddressThatMustNotBeAskedIsNotAsked(String location) {
        try (FaultServer server = FaultServer.start(Faults.redirect(302, location));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            assertThat(Doors
                    .problem(() -> door.download(Doors.read(door, "x"), Download.Into.file(folder.resolve("log")))))
                    .isInstanceOf(RemoteProblem.Rejected.class);
            assertThat(server.requests()).hasSize(1);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, https://a.example/y, true", "https://a.example/x, https://b.example/y, true",
        "https://a.example/x, http://a.example/y, false", "https://a.example/x, http://127.0.0.1/y, false",
        "https://a.example/x, https://127.0.0.1/y, false", "https://a.example/x, https://localhost/y, false",
        "http://127.0.0.1:1/x, http://127.0.0.1:2/y, true", "http://127.0.0.1:1/x, https://a.example/y, true",
        "https://a.example/x, y#frag, true", "https://a.example/x, https://0.0.0.0/, false"
    })
    void neverFromEncryptedToPlainNorInward(String from, String location, boolean allowed) {
        URI to = Redirects.target(URI.create(from), new AnswerHeaders(Map.of("Location", List.of(location))));
        assertThat(to != null).isEqualTo(allowed);
        assertThat(String.valueOf(to)).doesNotContain("#");
    }

    @Test
    void aDownloadAppearsWholeOrNotAtAll() throws Exception {
        String log = "line\n".repeat(5000);
        try (FaultServer server = FaultServer.start(Faults.answer(RawAnswer.of(200, log).gzipped()));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            Path file = folder.resolve("log");
            assertThat(door.download(Doors.read(door, "x"), Download.Into.file(file)))
                    .isEqualTo(new Download(file, 25_000, Doors.NOW));
            assertThat(Files.readString(file)).isEqualTo(log);
            server.behave(Faults.cutBody(100, RawAnswer.of(200, log)));
            assertThat(Doors.problem(() -> door.download(Doors.read(door, "x"), Download.Into.file(file))))
                    .isInstanceOf(RemoteProblem.Unreadable.class);
            assertThat(Files.readString(file)).as("the old one").isEqualTo(log);
            server.behave(Faults.answer(RawAnswer.of(404, "gone")));
            assertThat(
                    Doors.problem(() -> door.download(Doors.read(door, "x"), Download.Into.file(folder.resolve("b")))))
                    .isInstanceOf(RemoteProblem.NotFound.class);
            server.behave(Faults.page());
            assertThat(
                    Doors.problem(() -> door.download(Doors.read(door, "x"), Download.Into.file(folder.resolve("b"))))
                            .detail())
                    .contains("sign-in page");
            assertThat(folder.toFile().list()).containsExactly("log");
            server.behave(Faults.answer(RawAnswer.of(200, "new")));
            door.download(Doors.read(door, "x"), Download.Into.file(file));
            assertThat(Files.readString(file)).isEqualTo("new");
        }
    }

    @Test
    void aFileThatComesFastEnoughAndNeverEndsIsGivenUp() {
        HttpLimits limits = new HttpLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), 1 << 20,
                1 << 20, 10, Duration.ofSeconds(2), Duration.ofMillis(600), 8, Duration.ZERO, 1, Duration.ZERO);
        try (FaultServer server = FaultServer.start(Faults.answer(RawAnswer.of(200, "")));
                HttpDoor door = HttpDoor.open(Doors.to(server).withLimits(limits))) {
            server.behave((request, line) -> {
                line.write(RawAnswer.of(200, "x".repeat(100_000)).head());
                line.writeSlowly(new byte[100_000], 20, Duration.ofMillis(20));
            });
            long begun = System.nanoTime();
            assertThat(
                    Doors.problem(() -> door.download(Doors.read(door, "x"), Download.Into.file(folder.resolve("a"))))
                            .detail())
                    .contains("in time");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(
                    Duration.ofMillis(500), Duration.ofSeconds(20));
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aFileTooLargeOrTooSlowIsGivenUp() {
        HttpLimits limits = new HttpLimits(Duration.ofMillis(700), Duration.ofMillis(700),
                Duration.ofMillis(700), 1 << 20, 1000, 1000, Duration.ofMillis(300), Duration.ofMinutes(1), 8,
                Duration.ZERO, 1, Duration.ZERO);
        try (FaultServer server = FaultServer.start(Faults.answer(RawAnswer.of(200, "x".repeat(1001))));
                HttpDoor door = HttpDoor.open(Doors.to(server).withLimits(limits))) {
            assertThat(
                    Doors.problem(() -> door.download(Doors.read(door, "x"), Download.Into.file(folder.resolve("a"))))
                            .detail())
                    .contains("too large");
            server.behave((request, line) -> {
                line.write(RawAnswer.of(200, "x".repeat(900)).head());
                line.writeSlowly(new byte[900], 1, Duration.ofMillis(20));
            });
            assertThat(
                    Doors.problem(() -> door.download(Doors.read(door, "x"), Download.Into.file(folder.resolve("a"))))
                            .detail())
                    .contains("in time");
            assertThat(folder).isEmptyDirectory();
        }
    }
}
