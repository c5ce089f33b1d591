package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.github.world.Attempt;
import dev.signalbox.practice.github.world.Conclusion;
import dev.signalbox.practice.github.world.Job;
import dev.signalbox.practice.github.world.Repository;
import dev.signalbox.practice.github.world.Run;
import dev.signalbox.practice.github.world.Step;
import dev.signalbox.practice.github.world.WorkflowFile;
import org.jspecify.annotations.Nullable;

/// Workflows, runs and jobs on the wire.
final class RunJson {

    private RunJson() {}

    static ObjectNode workflow(Repository repository, WorkflowFile file, Links links) {
        String html = RepositoryJson.html(repository, links);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", file.id());
        node.put("node_id", AccountJson.node("Workflow", file.id()));
        node.put("name", file.name());
        node.put("path", file.path());
        node.put("state", "active");
        Wire.put(node, "created_at", repository.createdAt());
        Wire.put(node, "updated_at", repository.createdAt());
        node.put("url", links.repo(repository.fullName(), "/actions/workflows/" + file.id()));
        node.put("html_url", html + "/blob/main/" + file.path());
        node.put("badge_url", html + "/workflows/" + file.name() + "/badge.svg");
        return node;
    }

    /// A run as of one of its attempts.
    static ObjectNode run(Run run, Attempt attempt, Links links) {
        Repository repository = run.repository();
        String url = links.repo(repository.fullName(), "/actions/runs/" + run.id());
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", run.id());
        node.put("name", run.workflow().name());
        node.put("node_id", AccountJson.node("WorkflowRun", run.id()));
        node.put("head_branch", run.trigger().ref());
        node.put("head_sha", run.head().sha());
        node.put("path", run.workflow().path());
        node.put("display_title", run.title());
        node.put("run_number", run.number());
        node.put("event", run.trigger().event());
        node.put("status", run.status(attempt).wire());
        node.put("conclusion", wire(run.conclusion(attempt)));
        node.put("workflow_id", run.workflow().id());
        node.put("check_suite_id", run.checkSuite());
        node.put("check_suite_node_id", AccountJson.node("CheckSuite", run.checkSuite()));
        node.put("url", url);
        node.put("html_url", RepositoryJson.html(repository, links) + "/actions/runs/" + run.id());
        node.putArray("pull_requests");
        Wire.put(node, "created_at", run.createdAt());
        Wire.put(node, "updated_at", attempt.updatedAt());
        node.set("actor", AccountJson.user(run.actor(), links));
        node.put("run_attempt", attempt.number());
        node.putArray("referenced_workflows");
        Wire.put(node, "run_started_at", attempt.startedAt());
        node.set("triggering_actor", AccountJson.user(attempt.triggeredBy(), links));
        node.put("jobs_url", url + "/jobs");
        node.put("logs_url", url + "/logs");
        node.put("check_suite_url", links.repo(repository.fullName(), "/check-suites/" + run.checkSuite()));
        node.put("artifacts_url", url + "/artifacts");
        node.put("cancel_url", url + "/cancel");
        node.put("rerun_url", url + "/rerun");
        Wire.put(node, "previous_attempt_url",
                attempt.number() == 1 ? null : url + "/attempts/" + (attempt.number() - 1));
        node.put("workflow_url", links.repo(repository.fullName(), "/actions/workflows/" + run.workflow().id()));
        node.set("head_commit", CommitJson.simple(run.head()));
        node.set("repository", RepositoryJson.minimal(repository, links));
        node.set("head_repository", RepositoryJson.minimal(repository, links));
        return node;
    }

    static ObjectNode job(Run run, Job job, Links links) {
        String repo = run.repository().fullName();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", job.id());
        node.put("run_id", run.id());
        node.put("workflow_name", run.workflow().name());
        node.put("head_branch", run.trigger().ref());
        node.put("run_url", links.repo(repo, "/actions/runs/" + run.id()));
        node.put("run_attempt", job.attempt());
        node.put("node_id", AccountJson.node("CheckRun", job.id()));
        node.put("head_sha", run.head().sha());
        node.put("url", links.repo(repo, "/actions/jobs/" + job.id()));
        node.put("html_url", html(run, job, links));
        node.put("status", job.status().wire());
        node.put("conclusion", wire(job.conclusion()));
        Wire.put(node, "created_at", job.createdAt());
        Wire.put(node, "started_at", job.startedAt());
        Wire.put(node, "completed_at", job.completedAt());
        node.put("name", job.plan().name());
        ArrayNode steps = node.putArray("steps");
        job.steps().forEach(step -> steps.add(step(step)));
        node.put("check_run_url", links.repo(repo, "/check-runs/" + job.id()));
        runner(node, job);
        return node;
    }

    static String html(Run run, Job job, Links links) {
        return RepositoryJson.html(run.repository(), links) + "/actions/runs/" + run.id() + "/job/" + job.id();
    }

    static @Nullable String wire(@Nullable Conclusion conclusion) {
        return conclusion == null ? null : conclusion.wire();
    }

    private static void runner(ObjectNode node, Job job) {
        if (job.conclusion() != Conclusion.SKIPPED) {
            node.putArray("labels").add("ubuntu-latest");
        } else {
            node.putArray("labels");
        }
        if (job.hasRun()) {
            node.put("runner_id", 1_000_000_000 + job.id() % 1000);
            node.put("runner_name", "GitHub Actions " + (1_000_000_000 + job.id() % 1000));
            node.put("runner_group_id", 0);
            node.put("runner_group_name", "GitHub Actions");
        } else {
            node.putNull("runner_id").putNull("runner_name").putNull("runner_group_id").putNull("runner_group_name");
        }
    }

    private static ObjectNode step(Step step) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", step.name());
        node.put("status", step.status().wire());
        node.put("conclusion", wire(step.conclusion()));
        node.put("number", step.number());
        Wire.put(node, "started_at", step.startedAt());
        Wire.put(node, "completed_at", step.completedAt());
        return node;
    }
}
