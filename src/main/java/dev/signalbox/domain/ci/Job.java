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
/// @param replaced whether it was tried again within the same attempt, so that another job of its name counts instead
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
        @Nullable String stage,
        boolean replaced) {

    /// One that counts and is in no stage.
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
                steps, page, null, false);
    }

    /// Whether it failed and nothing came after it: what makes its run a failed one.
    public boolean isBad() {
        return !replaced && conclusion.isBad();
    }

    /// The same job as one that was tried again.
    public Job asReplaced() {
        return new Job(
                run, number, attempt, name, status, conclusion, createdAt, startedAt, completedAt, labels, runner,
                steps, page, stage, true);
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
