package dev.signalbox.practice.github.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A step of a job, as far as it has come. Times and conclusion are null until they are known.
public record Step(
        int number,
        String name,
        Status status,
        @Nullable Conclusion conclusion,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt) {

    static Step waiting(int number, String name) {
        return new Step(number, name, Status.QUEUED, null, null, null);
    }

    Step started(Instant at) {
        return new Step(number, name, Status.IN_PROGRESS, null, at, null);
    }

    Step ended(Conclusion how, Instant at) {
        return new Step(number, name, Status.COMPLETED, how, startedAt == null ? at : startedAt, at);
    }
}
