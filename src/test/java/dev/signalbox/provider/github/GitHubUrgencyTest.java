package dev.signalbox.provider.github;

import static dev.signalbox.provider.github.WireReading.REPOSITORY;
import static dev.signalbox.provider.github.WireReading.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.port.CiProvider;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpLimits;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import dev.signalbox.testing.Examples;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Faults;
import dev.signalbox.testing.faults.Line;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GitHubUrgencyTest {

    private static final int ALL_BUT_ONE = HttpLimits.standard().together() - 1;

    @Test
    void whatAnActionReadsIsAnsweredWhileEverythingElseHangs() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                FaultServer server = FaultServer.start(GitHubUrgencyTest::play);
                GitHub github = GitHub.open(settings(server))) {
            CiProvider provider = github.provider();
            for (int i = 0; i < ALL_BUT_ONE; i++) {
                threads.submit(() -> provider.releases().of(REPOSITORY));
            }
            for (int i = 0; i < ALL_BUT_ONE; i++) {
                server.awaitRequest();
            }
            CiProvider urgent = Objects.requireNonNull(provider.urgent());

            assertThat(urgent.repositories().one(REPOSITORY).id()).isEqualTo(REPOSITORY);
            assertThat(urgent.approvals().pending(RUN)).isEmpty();
            assertThat(urgent.workflows().of(REPOSITORY)).isEmpty();
            assertThat(server.requests()).hasSize(ALL_BUT_ONE + 3);
        }
    }

    private static void play(ReceivedRequest request, Line line) throws IOException {
        if (request.target().contains("/releases")) {
            Faults.timeout().play(request, line);
        } else if (request.target().contains("/pending_deployments")) {
            line.write(RawAnswer.json("[]").bytes());
        } else if (request.target().contains("/workflows")) {
            line.write(RawAnswer.json("{\"total_count\":0,\"workflows\":[]}").bytes());
        } else {
            line.write(RawAnswer
                    .json(Rendering.repository(Examples.known(REPOSITORY, Examples.NOON)).toString()).bytes());
        }
    }

    private static GitHubSettings settings(FaultServer server) {
        HttpRuntime runtime = new HttpRuntime(
                InstantSource.fixed(Examples.NOON), System::nanoTime, new SplittableRandom(7),
                Thread.ofVirtual().factory());
        HttpSettings http = HttpSettings
                .of(GitHub.base(server.address()), Credential.bearer(GitHubWire.SECRET), runtime)
                .withLimits(HttpLimits.standard().withDeadline(Duration.ofMinutes(5)));
        return new GitHubSettings(WireReading.CONNECTION, List.of(), http);
    }
}
