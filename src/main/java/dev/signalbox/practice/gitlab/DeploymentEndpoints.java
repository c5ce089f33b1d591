package dev.signalbox.practice.gitlab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.gitlab.world.Approval;
import dev.signalbox.practice.gitlab.world.Deployment;
import dev.signalbox.practice.gitlab.world.Environment;
import dev.signalbox.practice.gitlab.world.Project;
import dev.signalbox.practice.gitlab.world.Refused;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Environments and what protects them; deployments and the answers to them.
final class DeploymentEndpoints {

    private final Lookups find;

    DeploymentEndpoints(Lookups find) {
        this.find = find;
    }

    void addTo(Routes routes) {
        routes.get("~/environments", this::environments);
        routes.get("~/environments/{environment}", call -> {
            Environment environment = find.environment(call);
            ObjectNode node = DeploymentJson.environment(find.project(call), environment, call.links());
            last(call, environment).ifPresentOrElse(
                    deployment -> node.set("last_deployment",
                            DeploymentJson.deployment(deployment, call.now(), call.links())),
                    () -> node.putNull("last_deployment"));
            return Answer.ok(node);
        });
        routes.post("~/environments/{environment}/stop", call -> {
            Environment environment = find.environment(call);
            find.world().stop(find.project(call), environment, call.token().member(),
                    call.said("force").equals("true"), call.now());
            // The published schema says 201, as of every POST; GitLab's own code sets 200.
            return Answer.of(200, DeploymentJson.environment(find.project(call), environment, call.links()));
        });
        routes.get("~/protected_environments", call -> Pages.of(call,
                find.project(call).environments().stream().filter(Environment::isProtected).toList(),
                DeploymentJson::protection));
        routes.get("~/protected_environments/{name}", call -> find.project(call).environments().stream()
                .filter(environment -> environment.isProtected() && environment.name().equals(call.at("name")))
                .findFirst()
                .map(environment -> Answer.ok(DeploymentJson.protection(environment)))
                .orElseThrow(() -> new Refused(404, "404 Not found")));
        routes.get("~/deployments", this::deployments);
        routes.get("~/deployments/{deployment}", call -> Answer.ok(
                DeploymentJson.extended(find.deployment(call), call.now(), call.links())));
        routes.get("~/deployments/{deployment}/merge_requests", this::mergeRequests);
        routes.post("~/deployments/{deployment}/approval", this::approve);
    }

    private Answer environments(Call call) {
        Project project = find.project(call);
        List<Environment> all = project.environments().stream()
                .filter(environment -> Lookups.fits(call, "name", environment.name()))
                .filter(environment -> environment.name().contains(call.asked("search")))
                .filter(environment -> Lookups.fits(call, "states", environment.state()))
                .toList();
        return Pages.of(call, all, environment -> DeploymentJson.environment(project, environment, call.links()));
    }

    private Optional<Deployment> last(Call call, Environment environment) {
        return find.project(call).deployments().stream()
                .filter(deployment -> deployment.environment() == environment)
                .filter(deployment -> deployment.state() == Deployment.State.SUCCESS)
                .max(Comparator.comparing(Deployment::updatedAt));
    }

    private Answer deployments(Call call) {
        boolean updated = !call.asked("updated_after").isEmpty() || !call.asked("updated_before").isEmpty();
        if (updated && !call.asked("order_by").equals("updated_at")) {
            throw new Refused(400, "`updated_at` filter and `updated_at` sorting must be paired");
        }
        boolean finished = !call.asked("finished_after").isEmpty() || !call.asked("finished_before").isEmpty();
        if (finished && !call.asked("order_by").equals("finished_at")) {
            throw new Refused(400, "`finished_at` filter and `finished_at` sorting must be paired");
        }
        Comparator<Deployment> upwards = switch (call.asked("order_by")) {
            case "updated_at" -> Comparator.comparing(Deployment::updatedAt);
            case "created_at" -> Comparator.comparing(Deployment::createdAt);
            case "iid" -> Comparator.comparing(Deployment::iid);
            case "finished_at" -> Comparator.comparing(DeploymentEndpoints::finishedAt);
            default -> Comparator.comparing(Deployment::id);
        };
        List<Deployment> all = find.project(call).deployments().stream()
                .filter(deployment -> Lookups.fits(call, "environment", deployment.environment().name()))
                .filter(deployment -> Lookups.fits(call, "status", deployment.state().name()))
                .filter(deployment -> Times.within(call, "updated", deployment.updatedAt()))
                .filter(deployment -> !finished || deployment.isOver()
                        && Times.within(call, "finished", finishedAt(deployment)))
                .sorted(call.asked("sort").equals("desc") ? upwards.reversed() : upwards)
                .toList();
        return Pages.of(call, all, deployment -> DeploymentJson.deployment(deployment, call.now(), call.links()));
    }

    private static Instant finishedAt(Deployment deployment) {
        Instant at = deployment.finishedAt();
        return at == null ? Instant.EPOCH : at;
    }

    /// What a deployment brought: the merge requests since the one before it in the same environment.
    private Answer mergeRequests(Call call) {
        Project project = find.project(call);
        Deployment deployment = find.deployment(call);
        List<String> line = project.commits().stream().map(commit -> commit.sha()).toList();
        int to = line.indexOf(deployment.job().pipeline().head().sha());
        int from = project.deployments().stream()
                .filter(other -> other.environment() == deployment.environment())
                .filter(other -> other.state() == Deployment.State.SUCCESS && other.id() < deployment.id())
                .findFirst()
                .map(other -> line.indexOf(other.job().pipeline().head().sha()))
                .orElse(-1);
        List<String> brought = from < to ? line.subList(from + 1, to + 1) : List.of();
        return Pages.of(call,
                project.mergeRequests().stream().filter(request -> brought.contains(request.sha())).toList(),
                request -> CommitJson.mergeRequest(project, request, call.links()));
    }

    private Answer approve(Call call) {
        Deployment deployment = find.deployment(call);
        String status = call.said("status");
        if (!status.equals("approved") && !status.equals("rejected")) {
            return Answer.error(400, status.isEmpty() ? "status is missing" : "status does not have a valid value");
        }
        Approval approval = find.world().approve(deployment, call.token().member(), status.equals("approved"),
                call.said("comment"), call.said("represented_as"), call.now());
        return Answer.created(DeploymentJson.approval(approval, call.links()));
    }
}
