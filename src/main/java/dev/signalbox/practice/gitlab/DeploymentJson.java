package dev.signalbox.practice.gitlab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.gitlab.world.Approval;
import dev.signalbox.practice.gitlab.world.ApprovalRule;
import dev.signalbox.practice.gitlab.world.Deployment;
import dev.signalbox.practice.gitlab.world.Environment;
import dev.signalbox.practice.gitlab.world.Member;
import dev.signalbox.practice.gitlab.world.Pipeline;
import dev.signalbox.practice.gitlab.world.Project;
import java.time.Instant;
import java.util.Locale;

/// Environments, their protection, deployments and approvals on the wire.
final class DeploymentJson {

    private DeploymentJson() {}

    static ObjectNode environment(Project project, Environment environment, Links links) {
        ObjectNode node = basic(environment);
        node.put("tier", environment.tier());
        node.put("state", environment.state());
        node.putNull("auto_stop_at");
        node.put("auto_stop_setting", "always");
        node.putNull("kubernetes_namespace");
        node.put("description", "");
        ObjectNode in = node.putObject("project");
        in.put("id", project.id()).put("name", project.name()).put("path_with_namespace", project.path());
        in.put("web_url", links.page(project, ""));
        return node;
    }

    private static ObjectNode basic(Environment environment) {
        ObjectNode node = Wire.object();
        node.put("id", environment.id());
        node.put("name", environment.name());
        node.put("slug", environment.name().replace('/', '-'));
        node.putNull("external_url");
        Wire.put(node, "created_at", environment.createdAt());
        Wire.put(node, "updated_at", environment.updatedAt());
        return node;
    }

    static ObjectNode protection(Environment environment) {
        ObjectNode node = Wire.object();
        node.put("name", environment.name());
        node.putArray("deploy_access_levels").addObject()
                .put("id", environment.id() + 1)
                .put("access_level", Member.MAINTAINER)
                .put("access_level_description", "Maintainers")
                .putNull("user_id")
                .putNull("group_id")
                .put("group_inheritance_type", 0);
        node.put("required_approval_count", 0);
        ArrayNode rules = node.putArray("approval_rules");
        environment.rules().forEach(rule -> rules.add(rule(rule)));
        return node;
    }

    private static ObjectNode rule(ApprovalRule rule) {
        return Wire.object()
                .put("id", rule.id())
                .putNull("user_id")
                .put("group_id", rule.groupId())
                .putNull("access_level")
                .put("access_level_description", rule.name())
                .put("required_approvals", rule.required())
                .put("group_inheritance_type", 0);
    }

    static ObjectNode deployment(Deployment deployment, Instant now, Links links) {
        Pipeline pipeline = deployment.job().pipeline();
        ObjectNode node = Wire.object();
        node.put("id", deployment.id());
        node.put("iid", deployment.iid());
        node.put("ref", pipeline.trigger().ref());
        node.put("sha", pipeline.head().sha());
        Wire.put(node, "created_at", deployment.createdAt());
        Wire.put(node, "updated_at", deployment.updatedAt());
        node.set("user", ProjectJson.user(deployment.job().user(), links));
        node.set("environment", basic(deployment.environment()));
        node.set("deployable", JobJson.job(deployment.job(), now, links));
        node.put("status", deployment.state().name().toLowerCase(Locale.ROOT));
        return node;
    }

    /// By itself, with who said what.
    static ObjectNode extended(Deployment deployment, Instant now, Links links) {
        ObjectNode node = deployment(deployment, now, links);
        node.put("pending_approval_count", deployment.pendingApprovals());
        node.set("approvals", Pages.array(deployment.approvals(), approval -> approval(approval, links)));
        ArrayNode rules = node.putObject("approval_summary").putArray("rules");
        deployment.environment().rules().forEach(rule -> {
            ObjectNode each = rule(rule);
            each.set("deployment_approvals",
                    Pages.array(deployment.approvals(rule), approval -> approval(approval, links)));
            rules.add(each);
        });
        return node;
    }

    static ObjectNode approval(Approval approval, Links links) {
        ObjectNode node = Wire.object();
        node.set("user", ProjectJson.user(approval.user(), links));
        node.put("status", approval.status());
        Wire.put(node, "created_at", approval.at());
        node.put("comment", approval.comment());
        return node;
    }
}
