package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.signalbox.practice.github.world.Refused;
import dev.signalbox.practice.github.world.Reviews;
import dev.signalbox.practice.github.world.Run;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Runs that wait for people, and the people's answers.
final class ApprovalsEndpoints {

    private final Lookups find;
    private final InstantSource clock;

    ApprovalsEndpoints(Lookups find, InstantSource clock) {
        this.find = find;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.get("~/actions/runs/{run}/pending_deployments", "actions=read", this::pending);
        routes.post("~/actions/runs/{run}/pending_deployments", "deployments=write", this::review);
        routes.get("~/actions/runs/{run}/approvals", "actions=read", this::approvals);
    }

    private Answer pending(Call call) {
        Run run = find.run(call);
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        Reviews.waiting(run).forEach(job -> body.add(
                DeploymentJson.pending(run, Reviews.environment(run, job), call.person(), call.links())));
        return Answer.ok(body);
    }

    private Answer approvals(Call call) {
        Run run = find.run(call);
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        run.approvals()
                .forEach(approval -> body.add(DeploymentJson.approval(run.repository(), approval, call.links())));
        return Answer.ok(body);
    }

    private Answer review(Call call) {
        Run run = find.run(call);
        JsonNode asked = call.body().path("environment_ids");
        String state = call.body().path("state").asText("");
        JsonNode comment = call.body().path("comment");
        if (!asked.isArray()) {
            throw invalid("\"environment_ids\" wasn't supplied.");
        }
        if (!state.equals("approved") && !state.equals("rejected")) {
            throw invalid("\"state\" is not one of: approved, rejected.");
        }
        if (!comment.isTextual()) {
            throw invalid("\"comment\" wasn't supplied.");
        }
        List<Long> ids = new ArrayList<>();
        asked.forEach(id -> ids.add(id.asLong()));
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        find.world()
                .review(run, ids, state.equals("approved"), comment.asText(), call.person(), clock.instant())
                .forEach(deployment -> body.add(DeploymentJson.deployment(deployment, call.links())));
        return Answer.ok(body);
    }

    private static Refused invalid(String reason) {
        return new Refused(422, "Invalid request.\n\n" + reason);
    }
}
