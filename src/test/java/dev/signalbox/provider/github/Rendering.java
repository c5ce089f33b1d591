package dev.signalbox.provider.github;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.domain.Account;
import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Commit;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Release;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Reviewer;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.domain.ci.WorkflowInput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Domain values as GitHub would send them.
final class Rendering {

    private Rendering() {}

    static ObjectNode account(Account account) {
        return object().put("id", 1).put("type", "User").put("login", account.login());
    }

    static ObjectNode repository(Repository repository) {
        ObjectNode node = object()
                .put("id", 1296269)
                .put("full_name", repository.id().fullName())
                .put("default_branch", repository.defaultBranch())
                .put("archived", repository.archived())
                .put("pushed_at", text(repository.pushedAt()))
                .put("html_url", text(repository.page()));
        node.putObject("permissions")
                .put("admin", repository.access() == Repository.Access.ADMIN)
                .put("push", repository.access() != Repository.Access.READ)
                .put("pull", true);
        return node;
    }

    static ObjectNode workflow(Workflow workflow) {
        return object()
                .put("id", workflow.number())
                .put("name", workflow.name())
                .put("path", workflow.path())
                .put("state", workflow.active() ? "active" : "disabled_manually")
                .put("html_url", text(workflow.page()));
    }

    static ObjectNode artifact(Artifact artifact) {
        return object()
                .put("id", artifact.number())
                .put("name", artifact.name())
                .put("size_in_bytes", artifact.bytes())
                .put("expired", artifact.expired())
                .put("created_at", text(artifact.createdAt()))
                .put("expires_at", text(artifact.expiresAt()))
                .put("digest", artifact.digest());
    }

    static ObjectNode run(Run run) {
        ObjectNode node = object()
                .put("id", run.id().number())
                .put("name", run.workflowName())
                .put("display_title", run.title())
                .put("run_number", run.number())
                .put("run_attempt", run.attempt())
                .put("event", run.event())
                .put("status", word(run.status()))
                .put("conclusion", run.conclusion() == Conclusion.NONE ? null : word(run.conclusion()))
                .put("head_branch", run.branch())
                .put("head_sha", run.headSha())
                .put("path", run.workflowPath() + "@" + run.branch())
                .put("workflow_id", run.workflow())
                .put("created_at", text(run.createdAt()))
                .put("run_started_at", text(run.startedAt()))
                .put("updated_at", text(run.updatedAt()))
                .put("html_url", text(run.page()));
        node.putObject("actor").put("login", run.actor());
        node.putObject("triggering_actor").put("login", run.triggeredBy());
        return node;
    }

    static ObjectNode job(Job job) {
        ObjectNode node = object()
                .put("id", job.number())
                .put("run_id", job.run().number())
                .put("run_attempt", job.attempt())
                .put("name", job.name())
                .put("status", word(job.status()))
                .put("conclusion", job.conclusion() == Conclusion.NONE ? null : word(job.conclusion()))
                .put("created_at", text(job.createdAt()))
                .put("started_at", text(job.startedAt()))
                .put("completed_at", text(job.completedAt()))
                .put("runner_name", job.runner())
                .put("html_url", text(job.page()));
        ArrayNode labels = node.putArray("labels");
        job.labels().forEach(labels::add);
        node.putArray("steps");
        return node;
    }

    static ObjectNode annotation(Annotation annotation) {
        return object()
                .put("path", annotation.path())
                .put("blob_href", "")
                .put("start_line", annotation.line())
                .put("end_line", annotation.lastLine())
                .putNull("start_column")
                .putNull("end_column")
                .put("annotation_level", word(annotation.level()))
                .put("title", annotation.title().isEmpty() ? null : annotation.title())
                .put("message", annotation.message())
                .put("raw_details", "");
    }

    static ObjectNode pending(PendingApproval pending) {
        ObjectNode node = object()
                .put("wait_timer", pending.waitTimer().toMinutes())
                .put("wait_timer_started_at", text(pending.waitStartedAt()))
                .put("current_user_can_approve", pending.canApprove());
        if (pending.gate() instanceof Gate.Environment(long number)) {
            node.putObject("environment").put("id", number).put("name", pending.environmentName());
        }
        reviewers(node.putArray("reviewers"), pending.reviewers());
        return node;
    }

    static ObjectNode review(Review review) {
        ObjectNode node = object().put("state", word(review.decision())).put("comment", review.comment());
        node.putObject("user").put("login", review.user());
        ArrayNode environments = node.putArray("environments");
        review.environments().forEach(name -> environments.addObject().put("id", 1).put("name", name));
        return node;
    }

    static ObjectNode environment(CiEnvironment environment) {
        ObjectNode node = object().put("id", environment.number()).put("name", environment.name());
        ArrayNode rules = node.putArray("protection_rules");
        if (environment.waitTimer().isPositive()) {
            rules.addObject().put("type", "wait_timer").put("wait_timer", environment.waitTimer().toMinutes());
        }
        if (!environment.reviewers().isEmpty()) {
            ObjectNode rule = rules.addObject()
                    .put("type", "required_reviewers")
                    .put("prevent_self_review", environment.preventsSelfReview());
            reviewers(rule.putArray("reviewers"), environment.reviewers());
        }
        if (environment.limitsBranches()) {
            rules.addObject().put("type", "branch_policy");
            node.putObject("deployment_branch_policy").put("protected_branches", true);
        } else {
            node.putNull("deployment_branch_policy");
        }
        return node;
    }

    static ObjectNode deployment(Deployment deployment) {
        ObjectNode node = object()
                .put("id", deployment.number())
                .put("sha", deployment.sha())
                .put("ref", deployment.ref())
                .put("environment", deployment.environment())
                .put("payload", "anything")
                .put("created_at", text(deployment.createdAt()));
        node.putObject("creator").put("login", deployment.creator());
        return node;
    }

    static ObjectNode status(Deployment deployment) {
        return object().put("id", 1).put("state", word(deployment.state())).put("log_url", text(deployment.page()));
    }

    static ObjectNode comparison(Comparison comparison) {
        ObjectNode node = object()
                .put("status", "ahead")
                .put("total_commits", comparison.total())
                .put("behind_by", comparison.behind());
        ArrayNode commits = node.putArray("commits");
        for (Commit commit : comparison.commits().reversed()) {
            ObjectNode entry = commits.addObject().put("sha", commit.sha()).put("html_url", text(commit.page()));
            entry.putObject("author").put("login", commit.author());
            ObjectNode inner = entry.putObject("commit").put("message", commit.subject() + "\n\nMore words");
            inner.putObject("committer").put("date", text(commit.at()));
        }
        ArrayNode files = node.putArray("files");
        comparison.files().forEach(name -> files.addObject().put("filename", name));
        return node;
    }

    /// What was merged is called closed.
    static ObjectNode request(ChangeRequest request) {
        ObjectNode node = object()
                .put("id", 1)
                .put("number", request.number())
                .put("title", request.title())
                .put("state", request.state() == ChangeRequest.State.OPEN ? "open" : "closed")
                .put("merged_at", text(request.mergedAt()))
                .put("html_url", text(request.page()));
        node.putObject("user").put("login", request.author());
        return node;
    }

    static ObjectNode release(Release release) {
        ObjectNode node = object()
                .put("id", 1)
                .put("tag_name", release.tag())
                .put("name", release.name())
                .put("body", "What is new")
                .put("draft", release.stage() == Release.Stage.DRAFT)
                .put("prerelease", release.stage() == Release.Stage.EARLY)
                .put("published_at", text(release.at()))
                .put("html_url", text(release.page()));
        node.putObject("author").put("login", release.author());
        return node;
    }

    static ObjectNode file(String content) {
        // Broken into lines, as GitHub does it.
        String encoded = Base64.getMimeEncoder(60, new byte[] {'\n'})
                .encodeToString(content.getBytes(StandardCharsets.UTF_8));
        return object().put("type", "file").put("encoding", "base64").put("content", encoded + "\n");
    }

    static String workflowFile(ManualStart start) {
        ObjectNode file = object().put("name", "x");
        if (start instanceof ManualStart.NotOffered) {
            file.putObject("on").putObject("push");
            return file.toString();
        }
        ObjectNode dispatch = file.putObject("on").putObject("workflow_dispatch");
        ObjectNode all = dispatch.putObject("inputs");
        for (WorkflowInput input : start.inputs()) {
            ObjectNode one = all.putObject(input.name())
                    .put("description", input.description())
                    .put("required", input.required())
                    .put("type", word(input.type()));
            if (input.preset() != null) {
                one.put("default", input.preset());
            }
            ArrayNode options = one.putArray("options");
            input.options().forEach(options::add);
        }
        return file.toString(); // JSON is YAML
    }

    private static void reviewers(ArrayNode list, List<Reviewer> reviewers) {
        for (Reviewer reviewer : reviewers) {
            boolean team = reviewer.kind() == Reviewer.Kind.TEAM;
            list.addObject()
                    .put("type", team ? "Team" : "User")
                    .putObject("reviewer")
                    .put(team ? "name" : "login", reviewer.name());
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static @Nullable String text(@Nullable URI page) {
        return page == null ? null : page.toString();
    }
}
