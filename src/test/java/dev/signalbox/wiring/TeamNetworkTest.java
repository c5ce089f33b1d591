package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.provider.git.GitSettings;
import dev.signalbox.wiring.config.ConsoleConfig.TeamRepository;
import dev.signalbox.wiring.config.ConsoleConfigFile;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How the team file's repository is reached.
class TeamNetworkTest {

    private static final String HTTPS = "https://git.example.com/acme/board.git";

    @ParameterizedTest
    @CsvSource({
        "http://proxy.example.com:3128, 3128", "http://proxy.example.com, 80", "https://proxy.example.com, 443"
    })
    void anOrdinaryProxyLeadsThere(String address, int port) {
        assertThat(way(HTTPS, address, Map.of()))
                .isEqualTo(InetSocketAddress.createUnresolved("proxy.example.com", port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"git.example.com", "other.example.org, .example.com", "*.example.com"})
    void whatIsAskedWithoutAProxyIsAskedSo(String direct) {
        String proxy = "http://proxy.example.com:3128";

        assertThat(way(HTTPS, proxy, Map.of("NO_PROXY", direct))).isNull();
        assertThat(way(HTTPS, proxy, Map.of("NO_PROXY", "example.org"))).isNotNull();
    }

    @Test
    void withoutAProxyItIsAskedStraight() {
        assertThat(way(HTTPS, null, Map.of())).isNull();
        assertThat(way("git@git.example.com:acme/board.git", "http://proxy.example.com:3128", Map.of()))
                .as("ssh goes its own way").isNull();
    }

    @Test
    void certificatesThatAreNotThereAreTold() {
        TeamRepository team = team(HTTPS, "ca-file: /no/such/ca.pem");

        assertThatThrownBy(() -> TeamFiles.network(team, Map.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("“ca-file” of the team file is of no use");
    }

    private static @Nullable InetSocketAddress way(
            String repository, @Nullable String proxy, Map<String, String> environment) {
        GitSettings.Network network =
                TeamFiles.network(team(repository, proxy == null ? "" : "proxy: " + proxy), environment);
        return network.proxy();
    }

    private static TeamRepository team(String repository, String more) {
        Path file = Path.of("/home/ada/signalbox.yaml");
        String text = "version: 1\ngithub: [{token-env: T}]\nteam-file:\n  repository: " + repository
                + "\n  path: board.yaml\n" + (more.isEmpty() ? "" : "  " + more + "\n");
        return Objects.requireNonNull(ConsoleConfigFile.read(text, file, Path.of("/home/ada")).config().team());
    }
}
