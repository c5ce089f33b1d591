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
class LogLinesTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void cutsPiecesIntoLinesAndKeepsCharactersWhole() throws Exception {
        byte[] text = "Zürich ✓\n\nab\n".getBytes(StandardCharsets.UTF_8);
        assertThat(lines(c -> {
            for (byte one : text) {
                c.chunk(new byte[] {one});
            }
        })).containsExactly("Zürich ✓", "", "ab", "rest: ");
    }

    @Test
    void givesNoHalfLine() throws Exception {
        assertThat(lines(c -> c.chunk("whole\nhal"))).containsExactly("whole", "rest: hal");
    }

    @Test
    void takesTheBeginningOfAnEndlessLineAndGoesOnBehindIt() throws Exception {
        List<String> lines = lines(c -> {
            for (int i = 0; i < 20; i++) {
                c.chunk("x".repeat(100_000));
            }
            c.chunk("\nnext\n");
        });
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).hasSize(LogLines.LONGEST);
        assertThat(lines.get(1)).isEqualTo("next");
    }

    @Test
    void aConnectionThatBreaksIsNoEnd() {
        assertThatThrownBy(() -> lines(c -> {
            c.chunk("whole\nha");
            c.reset();
        })).isInstanceOf(IOException.class);
    }

    private interface Sending {
        void to(FaultServer.Connection connection) throws IOException;
    }

    private static List<String> lines(Sending sending) throws Exception {
        try (FaultServer server = new FaultServer((request, connection) -> {
            connection.startChunks();
            sending.to(connection);
            connection.endChunks();
        });
                Transport transport = new Transport(new ClusterAccess(
                        server.address(), new Trust(null, null, false), null, Identity.ANONYMOUS, Impersonation.NONE,
                        Path.of("config")), "signalbox/test", Thread.ofVirtual().factory());
                Exchange exchange = transport.open(
                        ApiCall.get(server.address()), new Credentials.Current(List.of(), null), SOON)) {
            LogLines lines = new LogLines(exchange);
            List<String> all = new ArrayList<>();
            for (byte[] line = lines.next(SOON); line != null; line = lines.next(SOON)) {
                all.add(new String(line, StandardCharsets.UTF_8));
            }
            all.add("rest: " + new String(lines.rest(), StandardCharsets.UTF_8));
            return all;
        }
    }
}
