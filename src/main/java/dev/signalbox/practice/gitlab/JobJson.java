package dev.signalbox.practice.gitlab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.gitlab.world.Job;
import dev.signalbox.practice.gitlab.world.Pipeline;
import dev.signalbox.practice.gitlab.world.Status;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Jobs, and those that start child pipelines, on the wire.
final class JobJson {

    static final double COVERAGE = 83.4;

    private static final Duration KEPT = Duration.ofDays(30);
    private static final long REPORT_BYTES = 1_412;

    private JobJson() {}

    static ObjectNode job(Job job, Instant now, Links links) {
        ObjectNode node = basic(job, now, links);
        ArrayNode artifacts = node.putArray("artifacts");
        Instant finished = job.finishedAt();
        if (job.startedAt() != null && !job.isErased()) {
            artifact(artifacts, "trace", "job.log", "", 2_048);
        }
        if (job.hasArtifacts()) {
            artifact(artifacts, "archive", "artifacts.zip", "zip", REPORT_BYTES);
            artifact(artifacts, "junit", "junit.xml.gz", "gzip", REPORT_BYTES / 4);
            node.putObject("artifacts_file").put("filename", "artifacts.zip").put("size", REPORT_BYTES);
            Wire.put(node, "artifacts_expire_at", finished == null ? now : finished.plus(KEPT));
        } else {
            node.putNull("artifacts_expire_at");
        }
        if (job.startedAt() == null) {
            node.putNull("runner");
        } else {
            node.putObject("runner")
                    .put("id", 41)
                    .put("description", "practice-runner-" + job.id() % 3)
                    .put("active", true)
                    .put("is_shared", false)
                    .put("runner_type", "group_type")
                    .put("status", "online");
        }
        node.put("archived", false);
        node.putArray("tag_list").add("docker");
        return node;
    }

    static ObjectNode bridge(Job job, Instant now, Links links) {
        ObjectNode node = basic(job, now, links);
        Pipeline downstream = job.downstream();
        if (downstream == null) {
            node.putNull("downstream_pipeline");
        } else {
            node.set("downstream_pipeline", PipelineJson.basic(downstream, links));
        }
        return node;
    }

    /// A job or a bridge, as the plan has it.
    static ObjectNode either(Job job, Instant now, Links links) {
        return job.plan().child() == null ? job(job, now, links) : bridge(job, now, links);
    }

    private static ObjectNode basic(Job job, Instant now, Links links) {
        Pipeline pipeline = job.pipeline();
        ObjectNode node = Wire.object();
        node.put("id", job.id());
        node.put("status", job.status().wire());
        node.put("stage", job.plan().stage());
        node.put("name", job.plan().name());
        node.put("ref", pipeline.trigger().ref());
        node.put("tag", pipeline.project().tagged(pipeline.trigger().ref()).isPresent());
        Double coverage = coverage(job);
        node.put("coverage", coverage);
        node.put("allow_failure", job.plan().allowFailure());
        Wire.put(node, "created_at", job.createdAt());
        Wire.put(node, "started_at", job.startedAt());
        Wire.put(node, "finished_at", job.finishedAt());
        node.put("erased_at", job.isErased() ? Wire.time(now) : null);
        node.put("duration", seconds(job.startedAt(), job.finishedAt(), now));
        node.put("queued_duration", seconds(job.queuedAt(), job.startedAt(), now));
        node.set("user", ProjectJson.user(job.user(), links));
        node.set("commit", CommitJson.commit(pipeline.project(), pipeline.head(), links));
        node.set("pipeline", PipelineJson.basic(pipeline, links));
        if (job.failureReason() != null) {
            node.put("failure_reason", job.failureReason());
        }
        node.put("web_url", links.page(pipeline.project(), "/-/jobs/" + job.id()));
        node.putObject("project").put("ci_job_token_scope_enabled", false);
        return node;
    }

    static @Nullable Double coverage(Job job) {
        return job.plan().name().equals("unit-tests 2/2") && job.status() == Status.SUCCESS ? COVERAGE : null;
    }

    private static @Nullable Double seconds(@Nullable Instant from, @Nullable Instant to, Instant now) {
        return from == null ? null : Duration.between(from, to == null ? now : to).toMillis() / 1000.0;
    }

    private static void artifact(ArrayNode artifacts, String type, String file, String format, long size) {
        artifacts.addObject()
                .put("file_type", type)
                .put("size", size)
                .put("filename", file)
                .put("file_format", format.isEmpty() ? null : format);
    }
}
