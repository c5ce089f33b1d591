package dev.signalbox.practice.gitlab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.gitlab.world.Job;
import dev.signalbox.practice.gitlab.world.Pipeline;
import dev.signalbox.practice.gitlab.world.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Pipelines on the wire.
final class PipelineJson {

    private PipelineJson() {}

    /// As in lists.
    static ObjectNode basic(Pipeline pipeline, Links links) {
        ObjectNode node = Wire.object();
        node.put("id", pipeline.id());
        node.put("iid", pipeline.iid());
        node.put("project_id", pipeline.project().id());
        node.put("sha", pipeline.head().sha());
        node.put("ref", pipeline.trigger().ref());
        node.put("status", pipeline.status().wire());
        node.put("source", pipeline.trigger().source());
        Wire.put(node, "created_at", pipeline.createdAt());
        Wire.put(node, "updated_at", pipeline.updatedAt());
        node.put("web_url", page(pipeline, links));
        node.put("name", pipeline.name());
        return node;
    }

    /// By itself.
    static ObjectNode full(Pipeline pipeline, Links links) {
        ObjectNode node = basic(pipeline, links);
        String parent = pipeline.head().parent();
        Instant started = pipeline.startedAt();
        Instant finished = pipeline.finishedAt();
        node.put("before_sha", parent == null ? "0".repeat(40) : parent);
        node.put("tag", pipeline.project().tagged(pipeline.trigger().ref()).isPresent());
        node.putNull("yaml_errors");
        node.set("user", ProjectJson.user(pipeline.user(), links));
        Wire.put(node, "started_at", started);
        Wire.put(node, "finished_at", finished);
        node.putNull("committed_at");
        if (started == null || finished == null) {
            node.putNull("duration");
        } else {
            node.put("duration", worked(pipeline, finished).toSeconds());
        }
        if (started == null) {
            node.putNull("queued_duration");
        } else {
            node.put("queued_duration", Duration.between(pipeline.createdAt(), started).toSeconds());
        }
        node.put("coverage", coverage(pipeline));
        node.set("detailed_status", detailed(pipeline, links));
        return node;
    }

    /// Only the time in which jobs ran, as GitLab counts it: not what a pipeline waited for somebody to start one by hand
    /// (<https://docs.gitlab.com/ci/pipelines/#how-pipeline-duration-is-calculated>).
    private static Duration worked(Pipeline pipeline, Instant finished) {
        List<Job> ran = pipeline.current().stream().filter(job -> job.startedAt() != null)
                .sorted(Comparator.comparing(PipelineJson::start)).toList();
        Duration sum = Duration.ZERO;
        Instant until = Instant.MIN;
        for (Job job : ran) {
            Instant from = start(job).isAfter(until) ? start(job) : until;
            Instant to = Objects.requireNonNullElse(job.finishedAt(), finished);
            if (to.isAfter(from)) {
                sum = sum.plus(Duration.between(from, to));
                until = to;
            }
        }
        return sum;
    }

    private static Instant start(Job job) {
        return Objects.requireNonNull(job.startedAt());
    }

    /// A text here, though a number in jobs.
    private static @org.jspecify.annotations.Nullable String coverage(Pipeline pipeline) {
        boolean covered = pipeline.current().stream().anyMatch(job -> JobJson.coverage(job) != null);
        return covered ? String.format(Locale.ROOT, "%.2f", JobJson.COVERAGE) : null;
    }

    private static ObjectNode detailed(Pipeline pipeline, Links links) {
        Status status = pipeline.status();
        boolean passed = status == Status.SUCCESS;
        String word = status.wire();
        String text = passed ? "Passed" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        return Wire.object()
                .put("icon", "status_" + word)
                .put("text", text)
                .put("label", passed ? "passed" : status == Status.MANUAL ? "waiting for manual action" : word)
                .put("group", word)
                .put("tooltip", text.toLowerCase(Locale.ROOT))
                .put("has_details", true)
                .put("details_path", page(pipeline, links).substring(links.root().length()))
                .putNull("illustration")
                .put("favicon", "/assets/ci_favicons/favicon_status_" + word + ".png");
    }

    static String page(Pipeline pipeline, Links links) {
        return links.page(pipeline.project(), "/-/pipelines/" + pipeline.id());
    }
}
