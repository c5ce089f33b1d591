package dev.signalbox.domain.ci;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One run of a workflow as of one attempt.
///
/// @param workflow number of the workflow
/// @param workflowName its name, or its file's name where the provider gives none
/// @param number the running number that people quote (`#641`)
/// @param title the commit subject or the run's own name
/// @param event what started it (`push`, `workflow_dispatch`, …)
/// @param branch branch or tag, if there is one
/// @param headSha full commit id
/// @param actor who caused the run; triggeredBy who caused this attempt
/// @param coverage per cent of the code that its tests ran through, as the provider writes it (`98.29`)
/// @param finishedAt when its last job ended, where the provider tells; `updatedAt` may be later
/// @param worked how long jobs of it ran, where the provider tells: without the time that it waited for people
public record Run(
        RunId id,
        int attempt,
        long workflow,
        String workflowName,
        String workflowPath,
        long number,
        String title,
        String event,
        RunStatus status,
        Conclusion conclusion,
        @Nullable String branch,
        String headSha,
        String actor,
        String triggeredBy,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant updatedAt,
        @Nullable URI page,
        @Nullable String coverage,
        @Nullable Instant finishedAt,
        @Nullable Duration worked) {

    /// One of which nobody tells how long was worked on it.
    public Run(
            RunId id,
            int attempt,
            long workflow,
            String workflowName,
            String workflowPath,
            long number,
            String title,
            String event,
            RunStatus status,
            Conclusion conclusion,
            @Nullable String branch,
            String headSha,
            String actor,
            String triggeredBy,
            @Nullable Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant updatedAt,
            @Nullable URI page,
            @Nullable String coverage,
            @Nullable Instant finishedAt) {
        this(
                id, attempt, workflow, workflowName, workflowPath, number, title, event, status, conclusion, branch,
                headSha, actor, triggeredBy, createdAt, startedAt, updatedAt, page, coverage, finishedAt, null);
    }

    /// One that tells neither coverage nor when it finished.
    public Run(
            RunId id,
            int attempt,
            long workflow,
            String workflowName,
            String workflowPath,
            long number,
            String title,
            String event,
            RunStatus status,
            Conclusion conclusion,
            @Nullable String branch,
            String headSha,
            String actor,
            String triggeredBy,
            @Nullable Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant updatedAt,
            @Nullable URI page) {
        this(
                id, attempt, workflow, workflowName, workflowPath, number, title, event, status, conclusion, branch,
                headSha, actor, triggeredBy, createdAt, startedAt, updatedAt, page, null, null, null);
    }

    /// Time since this attempt started, or the time it took, without what it waited for people if that is told; zero when it
    /// has not started, and when it is over and nobody tells since when.
    public Duration durationAt(Instant now) {
        if (status == RunStatus.COMPLETED && worked != null) {
            return worked;
        }
        Instant begin = startedAt != null ? startedAt : createdAt;
        if (begin == null) {
            return Duration.ZERO;
        }
        Instant told = finishedAt != null ? finishedAt : updatedAt;
        Instant end = status != RunStatus.COMPLETED ? now : told != null ? told : begin;
        return end.isBefore(begin) ? Duration.ZERO : Duration.between(begin, end);
    }

    /// Whether this value is newer than `other` of the same run: a higher attempt, or a later update of the same one.
    /// An older answer must never overwrite a newer one.
    public boolean isNewerThan(Run other) {
        if (attempt != other.attempt) {
            return attempt > other.attempt;
        }
        if (updatedAt == null || other.updatedAt == null) {
            return other.updatedAt == null;
        }
        return !updatedAt.isBefore(other.updatedAt);
    }
}
