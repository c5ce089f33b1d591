package dev.signalbox.domain.ci;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One job of a run's attempt.
///
/// @param number the provider's id
/// @param runner the machine that took it, once one did
public record Job(
        RunId run,
        long number,
        int attempt,
        String name,
        RunStatus status,
        Conclusion conclusion,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        List<String> labels,
        @Nullable String runner,
        List<Step> steps,
        @Nullable URI page) {

    /// One step of a job.
    public record Step(
            int number,
            String name,
            RunStatus status,
            Conclusion conclusion,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt) {}
}
