package dev.signalbox.practice.gitlab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.gitlab.world.Project;
import dev.signalbox.practice.gitlab.world.Refused;
import dev.signalbox.practice.gitlab.world.World;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The server, the caller, the group and which projects there are.
final class ProjectEndpoints {

    private static final String VERSION = "18.6.0-ee";
    private static final String REVISION = "7a1f0c3d9e2";

    private final Lookups find;

    ProjectEndpoints(Lookups find) {
        this.find = find;
    }

    void addTo(Routes routes) {
        routes.get("/metadata", call -> Answer.ok(version().put("enterprise", true)));
        routes.get("/version", call -> Answer.ok(version()));
        routes.get("/user", call -> Answer.ok(ProjectJson.me(call.token().member(), call.links())));
        routes.get("/personal_access_tokens/self", ProjectEndpoints::self);
        routes.get("/groups", call -> Pages.of(call, List.of(World.GROUP), path -> ProjectJson.group(call.links())));
        routes.get("/groups/{group}", call -> {
            checkGroup(call);
            return Answer.ok(ProjectJson.group(call.links()));
        });
        routes.get("/groups/{group}/projects", call -> {
            checkGroup(call);
            return projects(call);
        });
        routes.get("/projects", this::projects);
        routes.get("~", call -> Answer.ok(
                ProjectJson.project(find.project(call), call.token().member(), false, call.links())));
        routes.get("~/freeze_periods",
                call -> Pages.of(call, find.project(call).freezes(), ProjectJson::freeze));
    }

    private static ObjectNode version() {
        ObjectNode node = Wire.object().put("version", VERSION).put("revision", REVISION);
        node.putObject("kas").put("enabled", false).putNull("externalUrl").putNull("version");
        return node;
    }

    private static Answer self(Call call) {
        ObjectNode node = Wire.object();
        node.put("id", 1_204);
        node.put("name", "practice");
        node.put("revoked", false);
        node.put("created_at", Wire.time(call.now().minus(Duration.ofDays(20))));
        node.put("description", "");
        call.token().scopes().forEach(node.putArray("scopes")::add);
        node.put("user_id", call.token().member().id());
        node.put("last_used_at", Wire.time(call.now()));
        node.put("active", true);
        node.put("expires_at", Wire.time(call.now().plus(Duration.ofDays(200))).substring(0, 10));
        return Answer.ok(node);
    }

    /// The group and, as it includes its subgroups, the one above it.
    private static void checkGroup(Call call) {
        String asked = call.at("group").toLowerCase(Locale.ROOT);
        boolean above = asked.equals("acme") && call.isAsked("include_subgroups", false);
        if (!asked.equals(World.GROUP) && !asked.equals(Long.toString(ProjectJson.GROUP_ID)) && !above) {
            throw new Refused(404, "404 Group Not Found");
        }
    }

    private Answer projects(Call call) {
        boolean simple = call.isAsked("simple", false);
        List<Project> all = find.world().projects().stream()
                .filter(project -> project.name().contains(call.asked("search").toLowerCase(Locale.ROOT)))
                .filter(project -> Times.within(call, "last_activity", project.lastActivity()))
                .filter(project -> !call.isAsked("archived", false))
                .filter(project -> Pages.longOf(call.asked("min_access_level"), 0) <= call.token().member().access())
                .toList();
        if (call.asked("pagination").equals("keyset")) {
            return Pages.keyset(call, all, Project::id,
                    project -> ProjectJson.project(project, call.token().member(), simple, call.links()));
        }
        Comparator<Project> upwards = switch (call.asked("order_by")) {
            case "id" -> Comparator.comparing(Project::id);
            case "name", "path" -> Comparator.comparing(Project::name);
            case "last_activity_at", "updated_at" -> Comparator.comparing(Project::lastActivity);
            default -> Comparator.comparing(Project::createdAt);
        };
        List<Project> sorted = all.stream()
                .sorted(call.asked("sort").equals("asc") ? upwards : upwards.reversed())
                .toList();
        return Pages.of(call, sorted,
                project -> ProjectJson.project(project, call.token().member(), simple, call.links()));
    }
}
