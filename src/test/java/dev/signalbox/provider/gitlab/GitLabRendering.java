package dev.signalbox.provider.gitlab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.domain.ci.ApprovalRule;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Commit;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.EnvironmentStanding;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Reviewer;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.WorkflowInput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Domain values as GitLab would send them.
final class GitLabRendering {

    private GitLabRendering() {}

    static ObjectNode project(Repository repository) {
        ObjectNode node = object()
                .put("id", 1296269)
                .put("path_with_namespace", repository.id().fullName())
                .put("default_branch", repository.defaultBranch())
                .put("archived", repository.archived())
                .put("last_activity_at", text(repository.pushedAt()))
                .put("web_url", text(repository.page()));
        ObjectNode permissions = node.putObject("permissions");
        permissions.putNull("project_access");
        permissions.putObject("group_access").put("access_level", switch (repository.access()) {
            case ADMIN -> 50;
            case WRITE -> 30;
            case READ -> 20;
            case UNKNOWN -> 0;
        });
        return node;
    }

    /// As it stands in lists: without the person and the times of its jobs.
    static ObjectNode listed(Run run) {
        return object()
                .put("id", run.id().number())
                .put("iid", run.number())
                .put("project_id", 1296269)
                .put("sha", run.headSha())
                .put("ref", run.branch())
                .put("status", word(run.status(), run.conclusion()))
                .put("source", run.event())
                .put("created_at", text(run.createdAt()))
                .put("updated_at", text(run.updatedAt()))
                .put("web_url", text(run.page()))
                .put("name", run.title());
    }

    static ObjectNode whole(Run run) {
        ObjectNode node = listed(run).put("started_at", text(run.startedAt())).put("coverage", run.coverage());
        node.putObject("user").put("id", 1).put("username", run.actor());
        return node;
    }

    static ObjectNode job(Job job) {
        ObjectNode node = object()
                .put("id", job.number())
                .put("name", job.name())
                .put("stage", job.stage())
                .put("status", word(job.status(), job.conclusion()))
                .put("allow_failure", false)
                .put("created_at", text(job.createdAt()))
                .put("started_at", text(job.startedAt()))
                .put("finished_at", text(job.completedAt()))
                .put("web_url", text(job.page()));
        node.putObject("pipeline").put("id", job.run().number()).put("project_id", 1296269);
        node.putObject("runner").put("id", 1).put("description", job.runner());
        ArrayNode tags = node.putArray("tag_list");
        job.labels().forEach(tags::add);
        return node;
    }

    /// A finished job that left an archive, its log and a report.
    static ObjectNode job(Artifact artifact) {
        ObjectNode node = object()
                .put("id", artifact.number())
                .put("name", artifact.name())
                .put("status", "success")
                .put("finished_at", text(artifact.createdAt()))
                .put("artifacts_expire_at", text(artifact.expiresAt()));
        ArrayNode files = node.putArray("artifacts");
        files.addObject().put("file_type", "trace").put("size", 77).put("filename", "job.log");
        files.addObject().put("file_type", "archive").put("size", artifact.bytes()).put("filename", "artifacts.zip");
        files.addObject().put("file_type", "junit").put("size", 7).put("filename", "junit.xml.gz");
        return node;
    }

    static ObjectNode job(long number, String status, @Nullable Instant created) {
        return object()
                .put("id", number)
                .put("name", "deploy " + number)
                .put("status", status)
                .put("created_at", text(created));
    }

    static ObjectNode environment(CiEnvironment environment) {
        return object()
                .put("id", environment.number())
                .put("name", environment.name())
                .put("tier", environment.tier())
                .put("state", environment.stoppable() ? "available" : "stopped");
    }

    static ObjectNode environment(CiEnvironment environment, EnvironmentStanding.State state) {
        return environment(environment).put("state", state.name().toLowerCase(Locale.ROOT));
    }

    /// A deployment of a job, with what was decided on it.
    static ObjectNode reviewed(long number, long job, List<Review> reviews) {
        ObjectNode deployment = object().put("id", number);
        deployment.putObject("environment").put("name", reviews.getFirst().environments().getFirst());
        deployment.putObject("deployable").put("id", job);
        ArrayNode approvals = deployment.putArray("approvals");
        reviews.forEach(review -> review(approvals, review));
        return deployment;
    }

    static ObjectNode protection(CiEnvironment environment) {
        ObjectNode node = object().put("name", environment.name()).put("required_approval_count", 0);
        ArrayNode rules = node.putArray("approval_rules");
        for (Reviewer reviewer : environment.reviewers()) {
            rules.addObject()
                    .put(reviewer.kind() == Reviewer.Kind.USER ? "user_id" : "group_id", 7)
                    .put("access_level_description", reviewer.name())
                    .put("required_approvals", 1);
        }
        return node;
    }

    static ObjectNode deployment(Deployment deployment) {
        ObjectNode node = object()
                .put("id", deployment.number())
                .put("iid", 1)
                .put("sha", deployment.sha())
                .put("ref", deployment.ref())
                .put("status", switch (deployment.state()) {
                    case QUEUED, PENDING -> "created";
                    case WAITING -> "blocked";
                    case IN_PROGRESS -> "running";
                    case SUCCESS -> "success";
                    case INACTIVE, CANCELLED -> "canceled";
                    case FAILURE, ERROR -> "failed";
                    case UNKNOWN -> "odd";
                })
                .put("created_at", text(deployment.createdAt()));
        node.putObject("user").put("username", deployment.creator());
        node.putObject("environment").put("id", 1).put("name", deployment.environment());
        if (deployment.job() == null) {
            node.putNull("deployable");
        } else {
            node.putObject("deployable")
                    .put("id", deployment.job())
                    .put("web_url", text(deployment.page()))
                    .putObject("pipeline")
                    .put("id", deployment.run());
        }
        return node;
    }

    /// The deployment that an approval waits for.
    static ObjectNode deployment(PendingApproval pending, long number, long job) {
        boolean blocked = pending.gate() instanceof Gate.Deployment;
        ObjectNode node = object()
                .put("id", number)
                .put("status", blocked ? "blocked" : "created")
                .put("created_at", text(pending.waitStartedAt()));
        node.putObject("environment").put("name", pending.environmentName());
        node.putObject("deployable").put("id", job).putObject("pipeline").put("id", pending.run().number());
        if (blocked) {
            int lacking = pending.rules().stream().mapToInt(ApprovalRule::missing).sum();
            node.put("pending_approval_count", Math.max(1, lacking));
        }
        ArrayNode rules = node.putObject("approval_summary").putArray("rules");
        for (int i = 0; i < pending.rules().size(); i++) {
            ApprovalRule rule = pending.rules().get(i);
            boolean person = pending.reviewers().get(i).kind() == Reviewer.Kind.USER;
            ObjectNode one = rules.addObject()
                    .put(person ? "user_id" : "group_id", 7)
                    .put("access_level_description", rule.name())
                    .put("required_approvals", rule.required());
            ArrayNode decided = one.putArray("deployment_approvals");
            rule.approvedBy().forEach(name -> approval(decided, name, "approved", ""));
            rule.rejectedBy().forEach(name -> approval(decided, name, "rejected", ""));
        }
        return node;
    }

    static void review(ArrayNode approvals, Review review) {
        approval(approvals, review.user(), review.decision().name().toLowerCase(Locale.ROOT), review.comment());
    }

    static ObjectNode commit(Commit commit) {
        return object()
                .put("id", commit.sha())
                .put("title", commit.subject())
                .put("message", commit.subject() + "\n\nMore words")
                .put("author_name", commit.author())
                .put("committed_date", text(commit.at()))
                .put("web_url", text(commit.page()));
    }

    static ObjectNode file(String content) {
        String encoded = Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        return object().put("file_name", ".gitlab-ci.yml").put("encoding", "base64").put("content", encoded);
    }

    /// A file that asks for these inputs.
    static String pipelineFile(List<WorkflowInput> inputs) {
        ObjectNode header = object();
        ObjectNode all = header.putObject("spec").putObject("inputs");
        for (WorkflowInput input : inputs) {
            ObjectNode one = all.putObject(input.name()).put("description", input.description());
            if (!input.required()) {
                one.put("default", input.preset());
            }
            if (input.type() == WorkflowInput.Type.BOOLEAN || input.type() == WorkflowInput.Type.NUMBER) {
                one.put("type", input.type().name().toLowerCase(Locale.ROOT));
            }
            if (!input.options().isEmpty()) {
                ArrayNode options = one.putArray("options");
                input.options().forEach(options::add);
            }
        }
        String content = "build:\n  script: make\n";
        return inputs.isEmpty() ? content : header + "\n---\n" + content; // JSON is YAML
    }

    static String word(RunStatus status, Conclusion conclusion) {
        return switch (status) {
            case REQUESTED, QUEUED -> "pending";
            case PENDING -> "waiting_for_resource";
            case WAITING -> "manual";
            case IN_PROGRESS -> "running";
            case UNKNOWN -> "odd";
            case COMPLETED -> switch (conclusion) {
                case SUCCESS -> "success";
                case CANCELLED -> "canceled";
                case SKIPPED -> "skipped";
                default -> "failed";
            };
        };
    }

    private static void approval(ArrayNode approvals, String user, String status, String comment) {
        approvals.addObject()
                .put("status", status)
                .put("comment", comment)
                .putObject("user")
                .put("username", user);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static @Nullable String text(@Nullable URI page) {
        return page == null ? null : page.toString();
    }
}
