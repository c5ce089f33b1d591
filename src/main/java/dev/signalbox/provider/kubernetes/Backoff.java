package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.RemoteProblem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// How long a feed waits before it tries again: 1 s, doubling to 30 s, with jitter, so that fifty consoles do not come
/// back in the same moment after a restart of the server.
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LAST = Duration.ofSeconds(30);

    private final RandomGenerator random;
    private final InstantSource clock;
    private Duration step = FIRST;
    private int failures;

    Backoff(RandomGenerator random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    void reset() {
        step = FIRST;
        failures = 0;
    }

    /// Failures in a row.
    int failures() {
        return failures;
    }

    Duration after(RemoteProblem problem) {
        failures++;
        Duration wait = jittered(step);
        step = step.multipliedBy(2).compareTo(LAST) > 0 ? LAST : step.multipliedBy(2);
        if (problem instanceof RemoteProblem.RateLimited limited) {
            Duration asked = Duration.between(clock.instant(), limited.until());
            return asked.compareTo(wait) > 0 ? asked : wait;
        }
        return wait;
    }

    /// The shortest wait, for what is no failure.
    Duration brief() {
        return jittered(FIRST);
    }

    private Duration jittered(Duration base) {
        return base.plusMillis(random.nextLong(Math.max(1, base.toMillis() / 4)));
    }
}
