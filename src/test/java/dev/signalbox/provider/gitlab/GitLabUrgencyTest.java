package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWire.REPOSITORY;
import static dev.signalbox.provider.gitlab.GitLabWire.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.port.CiProvider;
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
class GitLabUrgencyTest {

    private static final int ALL_BUT_ONE = HttpLimits.standard().together() - 1;

    @Test
    void whatAnActionReadsIsAnsweredWhileEverythingElseHangs() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                FaultServer server = FaultServer.start(GitLabUrgencyTest::play);
                GitLab gitlab = GitLab.open(settings(server))) {
            CiProvider provider = gitlab.provider();
            for (int i = 0; i < ALL_BUT_ONE; i++) {
                threads.submit(() -> provider.releases().of(REPOSITORY));
            }
            for (int i = 0; i < ALL_BUT_ONE; i++) {
                server.awaitRequest();
            }
            CiProvider urgent = Objects.requireNonNull(provider.urgent());

            assertThat(urgent.repositories().one(REPOSITORY).id()).isEqualTo(REPOSITORY);
            assertThat(urgent.approvals().pending(RUN)).isEmpty();
            assertThat(urgent.environments().of(REPOSITORY)).isEmpty();
        }
    }

    private static void play(ReceivedRequest request, Line line) throws IOException {
        if (request.target().contains("/releases")) {
            Faults.timeout().play(request, line);
        } else if (request.target().endsWith("octo-repo")) {
            line.write(RawAnswer.json(GitLabRendering.project(Examples.known(REPOSITORY, Examples.NOON)).toString())
                    .bytes());
        } else {
            line.write(RawAnswer.json("[]").bytes());
        }
    }

    private static GitLabSettings settings(FaultServer server) {
        HttpRuntime runtime = new HttpRuntime(
                InstantSource.fixed(Examples.NOON), System::nanoTime, new SplittableRandom(7),
                Thread.ofVirtual().factory());
        HttpSettings http = HttpSettings
                .of(GitLab.base(server.address()), GitLab.token(GitLabWire.SECRET), runtime)
                .withLimits(HttpLimits.standard().withDeadline(Duration.ofMinutes(5)));
        return new GitLabSettings(GitLabWire.CONNECTION, List.of(), http);
    }
}
