package dev.signalbox.domain.ci;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One job of a run's attempt.
///
/// @param number the provider's id
/// @param stage the group of jobs that it is part of, where the provider knows such groups
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
        @Nullable URI page,
        @Nullable String stage) {

    /// One that is in no stage.
    public Job(
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
        this(
                run, number, attempt, name, status, conclusion, createdAt, startedAt, completedAt, labels, runner,
                steps, page, null);
    }

    /// One step of a job.
    public record Step(
            int number,
            String name,
            RunStatus status,
            Conclusion conclusion,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt) {}
}
