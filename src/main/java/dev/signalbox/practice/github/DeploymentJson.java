package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.github.world.Approval;
import dev.signalbox.practice.github.world.Deployment;
import dev.signalbox.practice.github.world.DeploymentStatus;
import dev.signalbox.practice.github.world.Environment;
import dev.signalbox.practice.github.world.Person;
import dev.signalbox.practice.github.world.Repository;
import dev.signalbox.practice.github.world.Run;

/// Environments, deployments and approvals on the wire.
final class DeploymentJson {

    private DeploymentJson() {}

    static ObjectNode environment(Repository repository, Environment environment, Links links) {
        ObjectNode node = named(repository, environment, links);
        node.put("can_admins_bypass", false);
        ArrayNode rules = node.putArray("protection_rules");
        if (environment.isProtected()) {
            ObjectNode rule = rules.addObject();
            rule.put("id", environment.id() + 1);
            rule.put("node_id", AccountJson.node("GateRule", environment.id() + 1));
            rule.put("type", "required_reviewers");
            rule.put("prevent_self_review", environment.preventSelfReview());
            ArrayNode reviewers = rule.putArray("reviewers");
            environment.reviewers().forEach(reviewer -> reviewers.add(AccountJson.reviewer(reviewer, links)));
        }
        node.putNull("deployment_branch_policy");
        return node;
    }

    private static ObjectNode named(Repository repository, Environment environment, Links links) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", environment.id());
        node.put("node_id", AccountJson.node("Environment", environment.id()));
        node.put("name", environment.name());
        node.put("url", links.repo(repository.fullName(), "/environments/" + environment.name()));
        node.put("html_url", RepositoryJson.html(repository, links) + "/deployments/activity_log?environments_filter="
                + environment.name());
        Wire.put(node, "created_at", environment.createdAt());
        Wire.put(node, "updated_at", environment.createdAt());
        return node;
    }

    static ObjectNode pending(Run run, Environment environment, Person reader, Links links) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode inner = named(run.repository(), environment, links);
        inner.remove(java.util.List.of("created_at", "updated_at"));
        node.set("environment", inner);
        node.put("wait_timer", 0);
        node.putNull("wait_timer_started_at");
        node.put("current_user_can_approve", environment.mayApprove(reader, run.latest().triggeredBy()));
        ArrayNode reviewers = node.putArray("reviewers");
        environment.reviewers().forEach(reviewer -> reviewers.add(AccountJson.reviewer(reviewer, links)));
        return node;
    }

    static ObjectNode approval(Repository repository, Approval approval, Links links) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode environments = node.putArray("environments");
        approval.environments().forEach(environment -> environments.add(named(repository, environment, links)));
        node.put("state", approval.state());
        node.set("user", AccountJson.user(approval.user(), links));
        node.put("comment", approval.comment());
        return node;
    }

    static ObjectNode deployment(Deployment deployment, Links links) {
        Run run = deployment.run();
        String repo = links.repo(run.repository().fullName(), "");
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("url", repo + "/deployments/" + deployment.id());
        node.put("id", deployment.id());
        node.put("node_id", AccountJson.node("Deployment", deployment.id()));
        node.put("sha", run.head().sha());
        node.put("ref", run.trigger().ref());
        node.put("task", "deploy");
        node.putObject("payload");
        node.put("original_environment", deployment.environment());
        node.put("environment", deployment.environment());
        node.putNull("description");
        node.set("creator", AccountJson.user(deployment.creator(), links));
        Wire.put(node, "created_at", deployment.createdAt());
        Wire.put(node, "updated_at", deployment.updatedAt());
        node.put("statuses_url", repo + "/deployments/" + deployment.id() + "/statuses");
        node.put("repository_url", repo);
        node.put("transient_environment", false);
        node.put("production_environment", deployment.environment().equals("production"));
        return node;
    }

    static ObjectNode status(Deployment deployment, DeploymentStatus status, Links links) {
        Run run = deployment.run();
        String repo = links.repo(run.repository().fullName(), "");
        String log = run.attempts().stream()
                .flatMap(attempt -> attempt.jobs().stream())
                .filter(job -> job.deployment() == deployment)
                .findFirst()
                .map(job -> RunJson.html(run, job, links))
                .orElse("");
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("url", repo + "/deployments/" + deployment.id() + "/statuses/" + status.id());
        node.put("id", status.id());
        node.put("node_id", AccountJson.node("DeploymentStatus", status.id()));
        node.put("state", status.state());
        node.set("creator", AccountJson.user(status.creator(), links));
        node.put("description", "");
        node.put("environment", deployment.environment());
        node.put("target_url", log);
        Wire.put(node, "created_at", status.at());
        Wire.put(node, "updated_at", status.at());
        node.put("deployment_url", repo + "/deployments/" + deployment.id());
        node.put("repository_url", repo);
        node.put("environment_url", "");
        node.put("log_url", log);
        return node;
    }
}
