package dev.signalbox.provider.github;

import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A job of a run on the wire.
record JobJson(
        @Nullable Long id,
        @Nullable Long runAttempt,
        @Nullable String name,
        @Nullable String status,
        @Nullable String conclusion,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        List<String> labels,
        @Nullable String runnerName,
        List<StepJson> steps,
        @Nullable String htmlUrl) {

    static JobJson of(JsonFields job) {
        return new JobJson(
                job.number("id"),
                job.number("run_attempt"),
                job.words("name"),
                job.text("status"),
                job.text("conclusion"),
                job.time("created_at"),
                job.time("started_at"),
                job.time("completed_at"),
                job.texts("labels"),
                job.words("runner_name"),
                job.objects("steps").stream().map(StepJson::of).toList(),
                job.text("html_url"));
    }

    /// A step of a job on the wire.
    record StepJson(
            @Nullable Long number,
            @Nullable String name,
            @Nullable String status,
            @Nullable String conclusion,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt) {

        static StepJson of(JsonFields step) {
            return new StepJson(
                    step.number("number"),
                    step.words("name"),
                    step.text("status"),
                    step.text("conclusion"),
                    step.time("started_at"),
                    step.time("completed_at"));
        }
    }
}
