package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Keys;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TlsTest {

    private static List<X509Certificate> authority() throws IOException, URISyntaxException {
        return CertificateFile.read(Path.of(Objects.requireNonNull(TlsTest.class.getResource("/tls/ca.pem")).toURI()));
    }

    @Test
    void trustsAnAuthorityThatTheAccountNames() throws Exception {
        try (FaultServer server = FaultServer.startSecure(Keys.of("good"));
                HttpDoor door = HttpDoor.open(Doors.to(server).withTrusted(authority()))) {
            assertThat(door.get(Doors.read(door, "x")).status()).isEqualTo(200);
            assertThat(door.get(Doors.read(door, "x")).status()).isEqualTo(200);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "good, false, from an authority that is not trusted, CN=Signalbox test authority",
        "other-authority, true, from an authority that is not trusted, CN=Intercepting proxy",
        "self-signed, true, signed by itself, CN=self",
        "expired, true, expired on 2020-01-31, CN=Signalbox test authority",
        "not-yet, true, not valid before 2090-01-01, CN=Signalbox test authority",
        "other-name, true, for another name, CN=Signalbox test authority",
        "wildcard, true, for another name, CN=Signalbox test authority"
    })
    void refusesEveryOtherAndNamesIssuerAndFingerprint(String key, boolean trusted, String reason, String issuer)
            throws Exception {
        try (FaultServer server = FaultServer.startSecure(Keys.of(key));
                HttpDoor door = HttpDoor.open(Doors.to(server).withTrusted(trusted ? authority() : List.of()))) {
            RemoteProblem problem = Doors.problem(() -> door.get(Doors.read(door, "x")));
            assertThat(problem).isInstanceOfSatisfying(RemoteProblem.Unreachable.class,
                    unreachable -> assertThat(unreachable.sent()).isEqualTo(Sent.NOTHING));
            assertThat(problem.detail()).contains(reason).contains(issuer)
                    .containsPattern("SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}");
            assertThat(Doors.notApplied(door.send(Doors.post(door, "{}"))).detail()).contains(reason);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void sendsNothingToAServerThatSpeaksNoTls() {
        try (FaultServer server = FaultServer.start();
                HttpDoor door = HttpDoor.open(Doors.to("https://127.0.0.1:" + server.port())
                        .withLimits(HttpLimits.standard().withDeadline(Duration.ofMillis(300))))) {
            RemoteProblem problem = Doors.notApplied(door.send(Doors.post(door, "{}")));
            assertThat(problem)
                    .isEqualTo(new RemoteProblem.Unreachable("No connection to 127.0.0.1 in time", Sent.NOTHING));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aFileWithoutACertificateIsRefused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("x.pem"), "");
        assertThatThrownBy(() -> CertificateFile.read(file)).isInstanceOf(IOException.class)
                .hasMessageContaining("certificate");
        Files.writeString(file, "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n");
        assertThatThrownBy(() -> CertificateFile.read(file)).isInstanceOf(IOException.class);
    }
}
