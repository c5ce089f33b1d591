package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Faults;
import dev.signalbox.testing.faults.RawAnswer;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.core5.util.VersionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which ways of signing in a server may choose: only the ones that were switched on (CVE-2026-40542).
@Timeout(60)
class ProxyChallengeTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "SCRAM-SHA-256 realm=\"p\", data=bj0s", "Digest realm=\"p\", nonce=\"1\", qop=\"auth\"", "NTLM", "Negotiate",
        "Bearer realm=\"p\"", "Basicly realm=\"p\"", "", "Basic"
    })
    void thePasswordOfTheProxyIsNotGivenToOtherSchemes(String challenge) {
        try (FaultServer proxy = FaultServer.start(
                Faults.answer(RawAnswer.of(407, "").with("Proxy-Authenticate", challenge)))) {
            try (HttpDoor door = HttpDoor.open(Doors.to("https://api.example.invalid")
                    .withProxy(new ProxySettings("127.0.0.1", proxy.port(), "me", "pass-Zq3xK9vB", List.of())))) {
                assertThat(Doors.problem(() -> door.get(Doors.read(door, "x"))).detail()).doesNotContain("Zq3xK9vB");
            }
            assertThat(proxy.requests()).isNotEmpty().allSatisfy(r -> {
                assertThat(r.head()).doesNotContain("Zq3xK9vB").doesNotContain(Doors.TOKEN);
                if (!challenge.equals("Basic")) {
                    assertThat(r.header("Proxy-Authorization")).isEmpty();
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCRAM-SHA-256 realm=\"a\"", "Digest realm=\"a\", nonce=\"1\"", "Basic realm=\"a\"",
        "NTLM"})
    void aChallengeOfTheServerIsAnEndAndNotAnswered(String challenge) {
        try (FaultServer server = FaultServer.start(
                Faults.answer(RawAnswer.of(401, "{}").with("WWW-Authenticate", challenge)));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            assertThat(Doors.problem(() -> door.get(Doors.read(door, "x"))))
                    .isInstanceOf(RemoteProblem.Unauthorized.class);
            assertThat(server.requests()).hasSize(1)
                    .allSatisfy(r -> assertThat(r.header("Authorization")).contains("Bearer " + Doors.TOKEN));
        }
    }

    /// 5.4 to 5.4.2 do not check host names (CVE-2025-27820), 5.6.0 believes SCRAM servers (CVE-2026-40542), those before
    /// 5.6.3 leak connections (CVE-2026-64607).
    @Test
    void theLibraryIsNotOneWithAKnownHole() {
        VersionInfo version = VersionInfo.loadVersionInfo(
                "org.apache.hc.client5", VersionInfo.class.getClassLoader());
        assertThat(version).isNotNull();
        int[] numbers = Arrays.stream(String.valueOf(version.getRelease()).split("[.-]")).limit(3)
                .mapToInt(Integer::parseInt).toArray();
        assertThat(Arrays.compare(numbers, new int[] {5, 6, 3})).as(version.getRelease()).isNotNegative();
    }
}
