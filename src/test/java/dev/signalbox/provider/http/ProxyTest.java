package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.testing.faults.Behaviour;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Faults;
import dev.signalbox.testing.faults.Keys;
import dev.signalbox.testing.faults.RawAnswer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class ProxyTest {

    private static HttpDoor door(String address, FaultServer proxy, @Nullable String password, String... direct) {
        return HttpDoor.open(Doors.to(address).withProxy(new ProxySettings("127.0.0.1", proxy.port(),
                password == null ? null : "me", password, List.of(direct))));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("407",
                        Faults.answer(RawAnswer.of(407, "").with("Proxy-Authenticate", "Basic realm=\"p\""))),
                Arguments.of("407 without a way", Faults.answer(RawAnswer.of(407, ""))),
                Arguments.of("502", Faults.answer(RawAnswer.page(502, "<b>no</b>"))),
                Arguments.of("403", Faults.answer(RawAnswer.page(403, "<b>blocked</b>"))),
                Arguments.of("302 to a login", Faults.redirect(302, "https://login.example/")),
                Arguments.of("dies", Faults.hangUp()),
                Arguments.of("resets", Faults.reset()),
                Arguments.of("dies after its yes", (Behaviour) (request, line) -> {
                    line.write("HTTP/1.1 200 Connection established\r\n\r\n");
                    line.close();
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void nothingIsSentWhenTheProxyRefusesAndThereIsNoWayRoundIt(String name, Behaviour refusal) {
        try (FaultServer proxy = FaultServer.start(refusal);
                HttpDoor door = door("https://api.example.invalid", proxy, null)) {
            RemoteProblem problem = Doors.notApplied(door.send(Doors.post(door, "{}")));
            assertThat(problem).isInstanceOfSatisfying(RemoteProblem.Unreachable.class,
                    unreachable -> assertThat(unreachable.sent()).isEqualTo(Sent.NOTHING));
            assertThat(proxy.requests()).isNotEmpty().allMatch(r -> r.method().equals("CONNECT"))
                    .allMatch(r -> r.header("Authorization").isEmpty());
        }
    }

    @Test
    void aWrongPasswordIsNotTriedForEver() {
        try (FaultServer proxy = FaultServer.start(
                Faults.answer(RawAnswer.of(407, "").with("Proxy-Authenticate", "Basic realm=\"p\"")));
                HttpDoor door = door("https://api.example.invalid", proxy, "wrong-Zq3xK9vB")) {
            RemoteProblem problem = Doors.notApplied(door.send(Doors.post(door, "{}")));
            assertThat(problem.detail()).contains("proxy").doesNotContain("Zq3xK9");
            assertThat(proxy.requests()).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void goesThroughTheProxyWithItsPasswordAndTheCredentialOnlyInside() throws Exception {
        Path ca = Path.of(Objects.requireNonNull(ProxyTest.class.getResource("/tls/ca.pem")).toURI());
        try (FaultServer server = FaultServer.startSecure(Keys.of("other-name"), Faults.answer(RawAnswer.json("{}")));
                FaultServer proxy = FaultServer.start()) {
            proxy.behave(
                    Faults.answer(RawAnswer.of(407, "").with("Proxy-Authenticate", "Basic realm=\"p\"")),
                    Faults.tunnelTo(server.port()));
            HttpSettings settings = Doors.to("https://api.example.com")
                    .withProxy(new ProxySettings("127.0.0.1", proxy.port(), "me", "pass", List.of()))
                    .withTrusted(CertificateFile.read(ca));
            try (HttpDoor door = HttpDoor.open(settings)) {
                assertThat(door.get(Doors.read(door, "x")).status()).isEqualTo(200);
            }
            assertThat(proxy.requests()).allMatch(r -> r.target().equals("api.example.com:443"))
                    .allMatch(r -> r.header("Authorization").isEmpty());
            assertThat(proxy.requests().getLast().header("Proxy-Authorization")).contains("Basic bWU6cGFzcw==");
            assertThat(server.awaitRequest().header("Authorization")).contains("Bearer " + Doors.TOKEN);
            assertThat(server.requests()).allMatch(r -> r.header("Proxy-Authorization").isEmpty());
        }
    }

    @Test
    void loopbackAndNamedHostsAreAskedDirectly() throws Exception {
        try (FaultServer proxy = FaultServer.start();
                FaultServer server = FaultServer.start();
                HttpDoor door = door(server.address(), proxy, null)) {
            door.get(Doors.read(door, "x"));
            assertThat(proxy.requests()).isEmpty();
        }
        ProxySettings settings = new ProxySettings("p", 1, null, null, List.of("a.example", ".corp.example"));
        assertThat(settings.leadsTo("b.example")).isTrue();
        assertThat(settings.leadsTo("a.example")).isFalse();
        assertThat(settings.leadsTo("x.corp.example")).isFalse();
        assertThat(settings.leadsTo("notcorp.example")).isTrue();
        assertThat(settings).hasToString("ProxySettings(p:1)");
    }
}
