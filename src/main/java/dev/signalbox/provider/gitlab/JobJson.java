package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A job of a pipeline on the wire, or a bridge: a job that starts another pipeline.
///
/// @param allowFailure whether its pipeline goes on without it
/// @param queuedSeconds how long it waited for a machine, which is less than the time since it was made
/// @param downstream the pipeline that a bridge started, once it did
/// @param pipeline what it is part of, in few words
record JobJson(
        @Nullable Long id,
        @Nullable String name,
        @Nullable String stage,
        @Nullable String status,
        boolean allowFailure,
        @Nullable String failureReason,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable BigDecimal queuedSeconds,
        List<String> tags,
        @Nullable String runner,
        @Nullable String user,
        @Nullable PipelineJson pipeline,
        @Nullable CommitJson commit,
        @Nullable PipelineJson downstream,
        List<FileJson> artifacts,
        @Nullable Instant artifactsExpireAt,
        @Nullable String webUrl) {

    static JobJson of(JsonFields job) {
        return new JobJson(
                job.number("id"),
                job.words("name"),
                job.words("stage"),
                job.text("status"),
                job.flag("allow_failure"),
                job.text("failure_reason"),
                job.time("created_at"),
                job.time("started_at"),
                job.time("finished_at"),
                job.decimal("queued_duration"),
                job.texts("tag_list"),
                job.object("runner").words("description"),
                job.object("user").text("username"),
                job.has("pipeline") ? PipelineJson.of(job.object("pipeline")) : null,
                job.has("commit") ? CommitJson.of(job.object("commit")) : null,
                job.has("downstream_pipeline") ? PipelineJson.of(job.object("downstream_pipeline")) : null,
                job.objects("artifacts").stream().map(FileJson::of).toList(),
                job.time("artifacts_expire_at"),
                job.text("web_url"));
    }

    /// One of the files that a job left: its archive, its log, reports.
    record FileJson(@Nullable String type, long size) {

        static FileJson of(JsonFields file) {
            return new FileJson(file.text("file_type"), file.number("size", 0));
        }
    }
}
