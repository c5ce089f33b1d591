package dev.signalbox.provider.http;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.testing.faults.FaultServer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Doors as the tests of this package open them.
final class Doors {

    static final String TOKEN = "ghp_Zq3xK9vB2mN7wL5tR8yU1oP4aS6dF0gH";
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private Doors() {}

    /// Something that reads and fails.
    @FunctionalInterface
    interface Reading {
        Object read() throws RemoteFailure;
    }

    static HttpRuntime runtime() {
        return runtime(InstantSource.fixed(NOW));
    }

    static HttpRuntime runtime(InstantSource clock) {
        return new HttpRuntime(clock, System::nanoTime, RandomGenerator.of("L64X128MixRandom"),
                Thread.ofVirtual().factory());
    }

    static HttpSettings to(String address) {
        return HttpSettings.of(BaseUrl.parse(address), Credential.bearer(TOKEN), runtime())
                .withHeaders("Signalbox/test", Map.of("Accept", "application/vnd.github+json"))
                .withLimits(HttpLimits.standard().withoutPauses().withDeadline(Duration.ofSeconds(20)));
    }

    static HttpSettings to(FaultServer server) {
        return to(server.address());
    }

    static ApiRequest read(HttpDoor door, String... segments) {
        return ApiRequest.read(door.base().url(segments));
    }

    static ApiWrite post(HttpDoor door, String body) {
        return ApiWrite.json("POST", door.base().url("do"), body);
    }

    static RemoteProblem problem(Reading reading) {
        try {
            reading.read();
        } catch (RemoteFailure e) {
            return e.problem();
        }
        throw new AssertionError("it was read");
    }

    static RemoteProblem notApplied(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.NotApplied(RemoteProblem problem)) {
            return problem;
        }
        throw new AssertionError("expected not applied: " + outcome);
    }

    static RemoteProblem unknown(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Unknown(RemoteProblem problem)) {
            return problem;
        }
        throw new AssertionError("expected unknown: " + outcome);
    }
}
