package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.testing.StubServer;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClosedDoorTest {

    private final AtomicReference<Runnable> atTheNextThread = new AtomicReference<>(() -> {});

    @Test
    void whoeverAsksWhileItClosesIsToldSoAndNothingLeaves() {
        ThreadFactory threads = task -> {
            atTheNextThread.get().run();
            return Thread.ofVirtual().unstarted(task);
        };
        HttpRuntime runtime = new HttpRuntime(
                InstantSource.system(), System::nanoTime, RandomGenerator.of("L64X128MixRandom"), threads);
        try (StubServer server = StubServer.start()) {
            HttpDoor door = HttpDoor.open(HttpSettings.of(
                    BaseUrl.parse(server.address().toString()), Credential.none(), runtime));
            atTheNextThread.set(door::close);

            RemoteFailure failure = Objects.requireNonNull(
                    catchThrowableOfType(RemoteFailure.class, () -> door.get(Doors.read(door, "x"))));

            assertThat(failure.problem()).isInstanceOfSatisfying(RemoteProblem.Unreachable.class, problem -> {
                assertThat(problem.detail()).contains("was closed");
                assertThat(problem.sent()).isEqualTo(RemoteProblem.Sent.NOTHING);
            });
            assertThat(server.requests()).isEmpty();
        }
    }
}
