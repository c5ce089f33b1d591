package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.port.ReadLog;
import dev.signalbox.provider.kubernetes.FaultServer.Request;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Following a pod with containers of every kind.
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class SeveralContainersTest {

    private static final String SPEC = """
            {"metadata": {"name": "web-1", "uid": "u1"},
             "spec": {
                "initContainers": [{"name": "migrate"}, {"name": "proxy", "restartPolicy": "Always"}],
                "containers": [{"name": "app"}]%s},
             "status": {"phase": "Running",
                "initContainerStatuses": [
                    {"name": "migrate", "restartCount": 0, "state": {"terminated": {"exitCode": 0}}},
                    {"name": "proxy", "restartCount": 1, "state": {"running": {}}}],
                "containerStatuses": [{"name": "app", "restartCount": 0, "state": {"running": {}}}]}}
            """;
    private static final String PLAIN = SPEC.formatted("");
    private static final String DEBUGGED = SPEC.formatted(", \"ephemeralContainers\": [{\"name\": \"debugger\"}]");

    private final ReadLog read = new ReadLog();
    private final CountDownLatch forever = new CountDownLatch(1);
    private volatile String pod = PLAIN;

    private interface Check {
        void run(FaultServer server) throws Exception;
    }

    private void following(boolean previous, Check check) throws Exception {
        try (FaultServer server = new FaultServer((request, c) -> {
            if (!request.path().contains("/log?")) {
                c.answer(200, pod);
                return;
            }
            String container = request.path().replaceAll(".*[?&]container=([a-z]+).*", "$1");
            c.startChunks();
            c.chunk("2026-11-20T10:00:0" + List.of("migrate", "proxy", "app", "debugger").indexOf(container) + "Z from "
                    + container + "\n");
            if (container.equals("migrate") || previous) {
                c.endChunks();
            } else {
                forever.await();
            }
        })) {
            Kubernetes.Connected connected = Rig.connect(server.address());
            try (AutoCloseable handle = connected.cluster().logs()
                    .follow(Rig.key(WorkloadKind.DEPLOYMENT), "web-1", previous, read)) {
                assertThat(handle).isNotNull();
                check.run(server);
            } finally {
                connected.handle().close();
            }
        }
    }

    @Test
    void followsInitContainersAndSidecarsAndNamesThemSo() throws Exception {
        following(false, server -> {
            read.await(lines -> lines.size() == 3);
            assertThat(read.words()).containsExactlyInAnyOrder(
                    "migrate (init) \u2502 from migrate", "proxy (sidecar) \u2502 from proxy", "app \u2502 from app");
            assertThat(read.problems()).isEmpty();
        });
    }

    @Test
    void takesUpAContainerThatIsAddedToThePod() throws Exception {
        following(false, server -> {
            read.await(lines -> lines.size() == 3);
            pod = DEBUGGED;
            read.await(lines -> lines.size() == 4);
            assertThat(read.words()).last().isEqualTo("debugger (ephemeral) \u2502 from debugger");
            assertThat(server.requests().stream().map(Request::path).filter(path -> path.contains("container=migrate")))
                    .as("what has ended is read once").hasSize(1);
        });
    }

    @Test
    void readsTheLogBeforeTheRestartOfThoseThatWereRestarted() throws Exception {
        following(true, server -> {
            read.await(lines -> lines.size() == 1);
            assertThat(read.words()).containsExactly("proxy (sidecar) \u2502 from proxy");
        });
    }

    @Test
    void saysThatNothingWasRestarted() throws Exception {
        pod = PLAIN.replace("\"restartCount\": 1", "\"restartCount\": 0");
        following(true, server -> {
            read.await(lines -> lines.size() == 1);
            assertThat(read.lines()).containsExactly(
                    "(a log before a restart was not found: no container of pod web-1 was restarted)");
        });
    }
}
