package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.provider.github.GitHub;
import dev.signalbox.provider.github.GitHubSettings;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpLimits;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import dev.signalbox.state.Change;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Faults;
import dev.signalbox.testing.faults.Line;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CiMonitorDoorTest {

    @TempDir
    Path folder;

    private final Store store = new Store(new Reducer(), Runnable::run);
    private Instant now = NOON;

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void aWebPageThatRefusesIsNotTheServer(int status) {
        try (FaultServer server = FaultServer.start(CiMonitorDoorTest::play); GitHub github = open(server)) {
            CiMonitor monitor = monitor(github);
            pass(monitor);
            assertThat(connection().lamp()).isEqualTo(Connection.Lamp.LIVE);
            Instant before = connection().freshAt();

            server.behave(Faults.answer(RawAnswer.page(status, "<html><title>Access denied</title></html>")));
            pass(monitor);

            assertThat(connection().lamp()).isEqualTo(Connection.Lamp.STALE);
            assertThat(connection().freshAt()).isEqualTo(before);
            assertThat(connection().problem()).isInstanceOf(RemoteProblem.Unreadable.class);
        }
    }

    @Test
    void aListThatTheServerRefusesIsToldAndTheServerIsWell() {
        try (FaultServer server = FaultServer.start(CiMonitorDoorTest::play); GitHub github = open(server)) {
            pass(monitor(github));

            assertThat(connection().lamp()).isEqualTo(Connection.Lamp.LIVE);
            assertThat(connection().unlisted()).hasEntrySatisfying(
                    "acme", why -> assertThat(why).isInstanceOf(RemoteProblem.NotFound.class));
        }
    }

    private static void play(ReceivedRequest request, Line line) throws IOException {
        RawAnswer answer = request.target().equals("/user")
                ? RawAnswer.json("{\"login\":\"ada\"}")
                : RawAnswer.json("{\"message\":\"Not Found\"}").status(404);
        line.write(answer.bytes());
    }

    private GitHub open(FaultServer server) {
        HttpRuntime runtime = new HttpRuntime(
                () -> now, System::nanoTime, new SplittableRandom(7), Thread.ofVirtual().factory());
        HttpSettings http = HttpSettings.of(GitHub.base(server.address()), Credential.bearer("secret"), runtime)
                .withLimits(HttpLimits.standard().withoutPauses());
        return GitHub.open(new GitHubSettings(GITHUB, List.of("acme"), http));
    }

    private CiMonitor monitor(GitHub github) {
        store.offer(new Change.ConnectionAdded(Connection.fresh(GITHUB, Connection.Kind.GITHUB, "fake")));
        return new CiMonitor(
                github.provider(), store, () -> now, Runnable::run, folder, FakeArtifacts.sources(folder));
    }

    /// Two minutes, in which everything that a list could give was asked for.
    private void pass(CiMonitor monitor) {
        for (Instant end = now.plus(Duration.ofMinutes(2)); now.isBefore(end); now = now.plusMillis(250)) {
            monitor.step();
        }
    }

    private Connection connection() {
        return Objects.requireNonNull(store.current().connections().get(GITHUB));
    }
}
