package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.testing.faults.Behaviour;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Faults;
import dev.signalbox.testing.faults.RawAnswer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Canary secrets of every shape go through every answer and every fault, with all logging on; afterwards no piece of
/// six characters of them may be found in anything that can be shown, logged or kept.
@Timeout(60)
class CanaryTest {

    private static final String BODY = "Zq3xK9vB2mN7wL5tR8yU1oP4aS6dF0gH";

    @TempDir
    private Path folder = Path.of("");

    static Stream<Arguments> canaries() {
        return Stream.of(
                Arguments.of(BODY, Credential.bearer("ghp_" + BODY)),
                Arguments.of(BODY, Credential.bearer("github_pat_" + BODY)),
                Arguments.of(BODY, Credential.header("PRIVATE-TOKEN", "glpat-" + BODY)),
                Arguments.of(BODY, Credential.bearer("eyJhbGciOiJub25lIn0." + BODY + ".sig")),
                Arguments.of(BODY, Credential.basic("user", BODY)),
                Arguments.of(BODY, Credential.bearer(BODY)));
    }

    private static List<Function<String, Behaviour>> echoes() {
        return List.of(
                said -> Faults.answer(RawAnswer.json("{\"message\":\"bad credential " + said + "\"}").status(401)),
                said -> Faults.answer(
                        RawAnswer.json("{\"message\":\"" + said.substring(0, said.length() / 2) + "\"}").status(403)
                                .with("X-Accepted-GitHub-Permissions", said).with("X-OAuth-Scopes", said)),
                said -> Faults.answer(
                        RawAnswer.json("{\"errors\":[{\"message\":\"x=" + said.substring(6) + "\"}]}").status(422)),
                said -> Faults.answer(RawAnswer.of(429, said).with("Retry-After", "0")),
                said -> Faults.answer(RawAnswer.page(502, "<b>" + said + "</b>")),
                said -> Faults.answer(RawAnswer.json("{\"a\":" + said)),
                said -> Faults.answer(RawAnswer.json("{\"" + said + "\":1,\"" + said + "\":2}")),
                said -> Faults.answer(RawAnswer.json("{\"id\":\"" + said + "\"}").with("ETag", "\"" + said + "\"")),
                said -> Faults.redirect(302, "http://user:" + said + "@127.0.0.1/?access_token=" + said),
                said -> Faults.redirect(301, "/elsewhere?token=" + said),
                said -> Faults.answer(RawAnswer.json("[]").with("Link", "<http://[" + said + ">; rel=\"next\"")),
                said -> Faults.answer(RawAnswer.json("[]").with("Content-Encoding", said)),
                said -> Faults.answer(
                        RawAnswer.json("[]").with("X-RateLimit-Resource", said).with("X-RateLimit-Limit", said)),
                said -> Faults.cutBody(10, RawAnswer.json("{\"a\":\"" + said + "\"}")),
                said -> (request, line) -> {
                    line.write("HTTP/9 " + said + "\r\n" + said + "\r\n\r\n");
                    line.close();
                },
                said -> (request, line) -> {
                    line.write("HTTP/1.1 200 OK\r\nContent-Length: " + said + "\r\n\r\n{}");
                    line.close();
                },
                said -> Faults.answer(RawAnswer.json("{}").with("X-Long", said.repeat(2000))),
                said -> Faults.hangUp(),
                said -> Faults.reset());
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void noPieceOfASecretIsFoundAnywhere(String secret, Credential credential) {
        List<String> seen = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                synchronized (seen) {
                    seen.add(entry.getMessage() + trace(entry.getThrown()));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger all = Logger.getLogger("");
        Logger client = Logger.getLogger("org.apache.hc");
        Logger ours = Logger.getLogger("dev.signalbox");
        all.addHandler(handler);
        List.of(client, ours).forEach(logger -> logger.setLevel(Level.ALL));
        try (FaultServer server = FaultServer.start()) {
            for (Function<String, Behaviour> echo : echoes()) {
                for (String said : List.of(secret, credential.headerValue())) {
                    server.behave(echo.apply(said));
                    List<String> lines = everything(server, credential);
                    synchronized (seen) {
                        seen.addAll(lines);
                    }
                }
            }
        } finally {
            all.removeHandler(handler);
            List.of(client, ours).forEach(logger -> logger.setLevel(null));
        }
        assertThat(seen).hasSizeGreaterThan(150);
        assertThat(leaks(seen, credential)).isEmpty();
    }

    private static List<String> leaks(List<String> seen, Credential credential) {
        List<String> pieces = new ArrayList<>();
        for (String one : credential.secrets()) {
            String hidden = one.replaceFirst("^(gh[a-z]_|github_pat_|glp[a-z]+-|xoxb-|eyJhbGciOi)", "");
            for (int i = 0; i + 6 <= hidden.length(); i++) {
                pieces.add(hidden.substring(i, i + 6));
            }
        }
        return seen.stream().flatMap(String::lines).distinct()
                .filter(line -> pieces.stream().anyMatch(line::contains))
                .map(line -> line.substring(0, Math.min(line.length(), 300)))
                .limit(5).toList();
    }

    private List<String> everything(FaultServer server, Credential credential) {
        List<String> seen = new ArrayList<>();
        HttpSettings settings = HttpSettings.of(BaseUrl.parse(server.address()), credential, Doors.runtime())
                .withLimits(HttpLimits.standard().withoutPauses().withDeadline(Duration.ofSeconds(20)))
                .withRates(reading -> seen.add(reading.toString()));
        seen.add(settings.toString() + credential
                + new ProxySettings("p", 1, "u", credential.secrets().getFirst(), List.of()));
        List<Doors.Reading> readings = new ArrayList<>();
        try (HttpDoor door = HttpDoor.open(settings)) {
            readings.add(() -> door.get(Doors.read(door, "x")));
            readings.add(() -> door.pages(Doors.read(door, "x"), 3));
            readings.add(() -> door.bytes(Doors.read(door, "x")));
            readings.add(() -> door.download(Doors.read(door, "x"), Download.Into.file(folder.resolve("f"))));
            for (Doors.Reading reading : readings) {
                seen.add(outcome(reading));
            }
        }
        try (HttpDoor door = HttpDoor.open(settings)) {
            SendOutcome outcome = door.send(Doors.post(door, "{}"));
            seen.add(outcome.toString());
        }
        return seen;
    }

    private static String outcome(Doors.Reading reading) {
        try {
            return reading.read().toString();
        } catch (RemoteFailure e) {
            return e.problem() + trace(e);
        }
    }

    private static String trace(@Nullable Throwable thrown) {
        StringWriter out = new StringWriter();
        if (thrown != null) {
            thrown.printStackTrace(new PrintWriter(out));
        }
        return out.toString();
    }
}
