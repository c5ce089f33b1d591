package dev.signalbox.provider.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.CertificateFile;
import dev.signalbox.testing.faults.Keys;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The repository's host must show a certificate that is trusted; nobody can say “all the same”.
class TlsTeamFileTest {

    private static final String SECRET = "glpat-canary0123456789abcdef";

    @TempDir
    Path folder;

    @Test
    void trustsAnAuthorityThatTheConfigurationNames() throws Exception {
        try (TeamRepository repository = repository();
                GitServer server = new GitServer(repository, Keys.of("good"))) {
            server.want(SECRET);
            assertThat(file(server.address(), authority(), null).newest().text()).isEqualTo("version: 1\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "good, false, from an authority that is not trusted",
        "other-authority, true, from an authority that is not trusted",
        "self-signed, true, signed by itself",
        "expired, true, expired on 2020-01-31",
        "other-name, true, for another name"
    })
    void refusesEveryOtherNamesItAndGivesNoToken(String key, boolean trusted, String reason) throws Exception {
        try (TeamRepository repository = repository();
                GitServer server = new GitServer(repository, Keys.of(key))) {
            server.want(SECRET);
            RemoteFailure failure = catchThrowableOfType(
                    RemoteFailure.class,
                    () -> file(server.address(), trusted ? authority() : List.of(), null).newest());
            assertThat(failure.problem()).isInstanceOf(RemoteProblem.Unreachable.class);
            assertThat(failure.problem().detail()).contains("is not trusted", reason, "SHA-256");
            assertThat(server.requests()).isEmpty();
            assertThat(server.credentials()).isEmpty();
        }
    }

    @Test
    void goesThroughTheProxyThatTheConfigurationNames() throws Exception {
        try (TeamRepository repository = repository(); GitServer proxy = new GitServer(repository)) {
            String way = proxy.address();
            int port = Integer.parseInt(way.replaceAll(".*:(\\d+)/.*", "$1"));
            String text = file(
                    "http://localhost:9/acme/board.git", List.of(), new InetSocketAddress("127.0.0.1", port))
                    .newest().text();
            assertThat(text).isEqualTo("version: 1\n");
            assertThat(proxy.requests()).first().asString()
                    .startsWith("GET http://localhost:9/acme/board.git/info/refs");
        }
    }

    private TeamRepository repository() throws IOException {
        TeamRepository repository = new TeamRepository(folder.resolve("server.git"));
        repository.with("board.yaml", "version: 1\n").commit("Ann", "One");
        return repository;
    }

    private GitTeamFile file(String address, List<X509Certificate> trusted, @Nullable InetSocketAddress proxy) {
        return TeamSettings.of(address, folder)
                .path("board.yaml")
                .token(SECRET)
                .network(new GitSettings.Network(trusted, proxy))
                .file();
    }

    private static List<X509Certificate> authority() throws IOException, URISyntaxException {
        return CertificateFile.read(
                Path.of(Objects.requireNonNull(TlsTeamFileTest.class.getResource("/tls/ca.pem")).toURI()));
    }
}
