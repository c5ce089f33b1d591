package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A pipeline on the wire. In lists it has neither user nor the times of its jobs nor coverage.
///
/// @param seconds that jobs of it ran, without the time between them in which it waited for people
record PipelineJson(
        @Nullable Long id,
        @Nullable Long iid,
        @Nullable Long projectId,
        @Nullable String name,
        @Nullable String sha,
        @Nullable String ref,
        @Nullable String status,
        @Nullable String source,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant updatedAt,
        @Nullable String user,
        @Nullable BigDecimal coverage,
        @Nullable BigDecimal seconds,
        @Nullable String yamlErrors,
        @Nullable String webUrl) {

    static PipelineJson of(JsonFields pipeline) {
        return new PipelineJson(
                pipeline.number("id"),
                pipeline.number("iid"),
                pipeline.number("project_id"),
                pipeline.words("name"),
                pipeline.text("sha"),
                pipeline.text("ref"),
                pipeline.text("status"),
                pipeline.text("source"),
                pipeline.time("created_at"),
                pipeline.time("started_at"),
                pipeline.time("finished_at"),
                pipeline.time("updated_at"),
                pipeline.object("user").text("username"),
                pipeline.decimal("coverage"),
                pipeline.decimal("duration"),
                pipeline.words("yaml_errors"),
                pipeline.text("web_url"));
    }
}
