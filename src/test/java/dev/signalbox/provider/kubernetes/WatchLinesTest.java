package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Identity;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Impersonation;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchLinesTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void aCharacterThatComesInTwoPiecesStaysWhole() throws Exception {
        byte[] line = "{\"name\":\"Zürich ✓ 🚦\"}\n".getBytes(StandardCharsets.UTF_8);
        assertThat(lines(connection -> {
            connection.startChunks();
            for (byte one : line) {
                connection.chunk(new byte[] {one});
            }
            connection.endChunks();
        })).containsExactly("{\"name\":\"Zürich ✓ 🚦\"}");
    }

    @Test
    void manyLinesInOnePieceAreAsManyLines() throws Exception {
        assertThat(lines(connection -> {
            connection.startChunks();
            connection.chunk("a\nb\n\nc");
            connection.chunk("d\n");
            connection.endChunks();
        })).containsExactly("a", "b", "", "cd");
    }

    @Test
    void anEndInTheMiddleOfALineIsAFailure() {
        assertThatThrownBy(() -> lines(connection -> {
            connection.startChunks();
            connection.chunk("whole\nhal");
            connection.endChunks();
        })).isInstanceOf(IOException.class).hasMessageContaining("in the middle of an event");
    }

    @Test
    void aConnectionThatBreaksIsAFailureAndNoEnd() {
        assertThatThrownBy(() -> lines(connection -> {
            connection.startChunks();
            connection.chunk("whole\n");
            connection.reset();
        })).isInstanceOf(IOException.class);
    }

    @Test
    void anEventWithoutEndIsNotGatheredForEver() {
        assertThatThrownBy(() -> lines(connection -> {
            connection.startChunks();
            byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 20; i++) {
                connection.chunk(megabyte);
            }
            connection.endChunks();
        })).isInstanceOf(IOException.class);
    }

    private static List<String> lines(Script script) throws Exception {
        List<String> lines = new ArrayList<>();
        try (FaultServer server = new FaultServer((request, connection) -> script.play(connection));
                Transport transport = new Transport(new ClusterAccess(
                        server.address(), new Trust(null, null, false), null, Identity.ANONYMOUS, Impersonation.NONE,
                        Path.of("config")), "signalbox/test", Thread.ofVirtual().factory());
                Exchange exchange = transport.open(
                        ApiCall.get(server.address()), new Credentials.Current(List.of(), null), SOON)) {
            WatchLines watch = new WatchLines(exchange);
            for (byte[] line = watch.next(SOON); line != null; line = watch.next(SOON)) {
                lines.add(new String(line, StandardCharsets.UTF_8));
            }
        }
        return lines;
    }

    /// What the server sends.
    @FunctionalInterface
    private interface Script {
        void play(FaultServer.Connection connection) throws IOException;
    }
}
