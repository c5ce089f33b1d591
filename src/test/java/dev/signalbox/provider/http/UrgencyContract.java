package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.testing.Examples;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Faults;
import dev.signalbox.testing.faults.Line;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What [CiProvider#urgent()] must do.
@Timeout(30)
public abstract class UrgencyContract {

    private static final int ALL_BUT_ONE = HttpLimits.standard().together() - 1;

    protected abstract RepositoryId repository();

    /// The JSON of everything but releases: the repository exists, all lists are empty.
    protected abstract String answer(String target);

    /// Reads what an action reads beside the repository.
    ///
    /// @return how many requests that takes
    protected abstract int read(CiProvider urgent) throws RemoteFailure;

    /// A provider that is connected to this server, and nothing but it.
    protected abstract Connected connect(FaultServer server);

    /// @param end ends the connection
    public record Connected(CiProvider provider, Runnable end) implements AutoCloseable {

        @Override
        public void close() {
            end.run();
        }
    }

    @Test
    void whatAnActionReadsIsAnsweredWhileEverythingElseHangs() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                FaultServer server = FaultServer.start(this::play);
                Connected connected = connect(server)) {
            CiProvider provider = connected.provider();
            for (int i = 0; i < ALL_BUT_ONE; i++) {
                threads.submit(() -> provider.releases().of(repository()));
            }
            for (int i = 0; i < ALL_BUT_ONE; i++) {
                server.awaitRequest();
            }
            CiProvider urgent = Objects.requireNonNull(provider.urgent());

            assertThat(urgent.repositories().one(repository()).id()).isEqualTo(repository());
            int more = read(urgent);
            assertThat(server.requests()).hasSize(ALL_BUT_ONE + 1 + more);
        }
    }

    private void play(ReceivedRequest request, Line line) throws IOException {
        if (request.target().contains("/releases")) {
            Faults.timeout().play(request, line);
        } else {
            line.write(RawAnswer.json(answer(request.target())).bytes());
        }
    }

    /// Patient, so that nothing but the place that is kept lets a read pass.
    protected static HttpSettings patient(BaseUrl base, Credential credential) {
        HttpRuntime runtime = new HttpRuntime(
                InstantSource.fixed(Examples.NOON), System::nanoTime, new SplittableRandom(7),
                Thread.ofVirtual().factory());
        return HttpSettings.of(base, credential, runtime)
                .withLimits(HttpLimits.standard().withDeadline(Duration.ofMinutes(5)));
    }
}
