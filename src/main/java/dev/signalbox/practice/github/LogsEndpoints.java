package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.github.world.Artifact;
import dev.signalbox.practice.github.world.Attempt;
import dev.signalbox.practice.github.world.Job;
import dev.signalbox.practice.github.world.Run;
import dev.signalbox.practice.github.world.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/// Logs and artifacts: the API only tells where they are, for a minute.
final class LogsEndpoints {

    private static final String ZIP = "application/zip";

    private final Lookups find;
    private final Downloads downloads;

    LogsEndpoints(Lookups find, Downloads downloads) {
        this.find = find;
        this.downloads = downloads;
    }

    void addTo(Routes routes) {
        routes.get("~/actions/jobs/{job}/logs", "actions=read", this::jobLog);
        routes.get("~/actions/runs/{run}/logs", "actions=read", call -> {
            Run run = find.run(call);
            return runLogs(run, run.latest());
        });
        routes.get("~/actions/runs/{run}/attempts/{attempt}/logs", "actions=read",
                call -> runLogs(find.run(call), find.attempt(call)));
        routes.get("~/actions/runs/{run}/artifacts", "actions=read", call -> {
            Run run = find.run(call);
            return Pages.counted(call, "artifacts", named(call, run),
                    artifact -> artifact(run, artifact, call.links()));
        });
        routes.get("~/actions/artifacts/{artifact}", "actions=read", call -> {
            Run run = runOf(call);
            return Answer.ok(artifact(run, artifactOf(call, run), call.links()));
        });
        routes.get("~/actions/artifacts/{artifact}/zip", "actions=read",
                call -> redirect("junit-results.zip", ZIP, testResults(call)));
    }

    private Answer jobLog(Call call) {
        Lookups.Found found = find.job(call);
        Job job = found.job();
        if (job.status() != Status.COMPLETED || !job.hasRun()) {
            throw Lookups.missing();
        }
        byte[] bytes = new JobLog(found.run(), job).text().getBytes(StandardCharsets.UTF_8);
        return redirect("job-" + job.id() + ".txt", "text/plain; charset=utf-8", bytes);
    }

    private Answer runLogs(Run run, Attempt attempt) {
        if (run.status(attempt) != Status.COMPLETED) {
            throw Lookups.missing();
        }
        return redirect("logs-" + run.id() + ".zip", ZIP, Archives.logs(run, attempt));
    }

    private Answer redirect(String name, String type, byte[] bytes) {
        return Answer.redirect(downloads.offer(name, type, bytes).toString());
    }

    private static List<Artifact> named(Call call, Run run) {
        return run.artifacts().stream()
                .filter(artifact -> call.asked("name").isEmpty() || call.asked("name").equals(artifact.name()))
                .toList();
    }

    private byte[] testResults(Call call) {
        Run run = runOf(call);
        return Archives.testResults(run, artifactOf(call, run).attempt());
    }

    private static Artifact artifactOf(Call call, Run run) {
        long id = Lookups.number(call.at("artifact"));
        return run.artifacts().stream()
                .filter(artifact -> artifact.id() == id)
                .findFirst()
                .orElseThrow(Lookups::missing);
    }

    private Run runOf(Call call) {
        long id = Lookups.number(call.at("artifact"));
        return find.repository(call).runs().stream()
                .filter(run -> run.artifacts().stream().anyMatch(artifact -> artifact.id() == id))
                .findFirst()
                .orElseThrow(Lookups::missing);
    }

    private static ObjectNode artifact(Run run, Artifact artifact, Links links) {
        String url = links.repo(run.repository().fullName(), "/actions/artifacts/" + artifact.id());
        byte[] bytes = Archives.testResults(run, artifact.attempt());
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", artifact.id());
        node.put("node_id", AccountJson.node("Artifact", artifact.id()));
        node.put("name", artifact.name());
        node.put("size_in_bytes", bytes.length);
        node.put("url", url);
        node.put("archive_download_url", url + "/zip");
        node.put("expired", false);
        node.put("digest", "sha256:" + sha256(bytes));
        Wire.put(node, "created_at", artifact.createdAt());
        Wire.put(node, "updated_at", artifact.createdAt());
        Wire.put(node, "expires_at", artifact.createdAt().plus(Duration.ofDays(90)));
        node.putObject("workflow_run")
                .put("id", run.id())
                .put("repository_id", run.repository().id())
                .put("head_repository_id", run.repository().id())
                .put("head_branch", run.trigger().ref())
                .put("head_sha", run.head().sha());
        return node;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
