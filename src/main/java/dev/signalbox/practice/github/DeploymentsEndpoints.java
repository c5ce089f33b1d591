package dev.signalbox.practice.github;

import dev.signalbox.practice.github.world.Deployment;
import dev.signalbox.practice.github.world.Repository;
import java.util.List;

/// Environments and deployments.
final class DeploymentsEndpoints {

    private final Lookups find;

    DeploymentsEndpoints(Lookups find) {
        this.find = find;
    }

    void addTo(Routes routes) {
        routes.get("~/environments", "actions=read", call -> {
            Repository repository = find.repository(call);
            return Pages.counted(call, "environments", repository.environments(),
                    environment -> DeploymentJson.environment(repository, environment, call.links()));
        });
        routes.get("~/environments/{environment}", "actions=read", call -> Answer.ok(
                DeploymentJson.environment(find.repository(call), find.environment(call), call.links())));
        routes.get("~/deployments", "deployments=read", this::deployments);
        routes.get("~/deployments/{deployment}", "deployments=read",
                call -> Answer.ok(DeploymentJson.deployment(find.deployment(call), call.links())));
        routes.get("~/deployments/{deployment}/statuses/{status}", "deployments=read", this::status);
        routes.get("~/deployments/{deployment}/statuses", "deployments=read", call -> {
            Deployment deployment = find.deployment(call);
            return Pages.array(call, deployment.statuses(),
                    status -> DeploymentJson.status(deployment, status, call.links()));
        });
    }

    private Answer status(Call call) {
        Deployment deployment = find.deployment(call);
        long id = Lookups.number(call.at("status"));
        return deployment.statuses().stream()
                .filter(status -> status.id() == id)
                .findFirst()
                .map(status -> Answer.ok(DeploymentJson.status(deployment, status, call.links())))
                .orElseThrow(Lookups::missing);
    }

    private Answer deployments(Call call) {
        List<Deployment> all = find.repository(call).deployments().stream()
                .filter(deployment -> fits(call, "environment", deployment.environment()))
                .filter(deployment -> fits(call, "sha", deployment.run().head().sha()))
                .filter(deployment -> fits(call, "ref", deployment.run().trigger().ref()))
                .filter(deployment -> fits(call, "task", "deploy"))
                .toList();
        return Pages.array(call, all, deployment -> DeploymentJson.deployment(deployment, call.links()));
    }

    private static boolean fits(Call call, String parameter, String value) {
        return call.asked(parameter).isEmpty() || call.asked(parameter).equals(value);
    }
}
