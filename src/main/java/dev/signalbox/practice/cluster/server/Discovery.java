package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.Refusal;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the server says about itself: version, health, groups, resources.
final class Discovery {

    static final String VERSION = "v1.36.2+practice";

    private static final String AUTHORIZATION = "authorization.k8s.io";
    private static final String AUTHENTICATION = "authentication.k8s.io";

    /// Whether the path is about the server and not about objects.
    static boolean covers(List<String> segments) {
        if (segments.isEmpty()) {
            return true;
        }
        return switch (segments.get(0)) {
            case "api" -> segments.size() <= 2;
            case "apis" -> segments.size() <= 3;
            default -> true;
        };
    }

    void answer(ApiRequest request) throws IOException {
        if (!request.method().equals("GET")) {
            throw Refusal.methodNotAllowed();
        }
        List<String> path = request.segments();
        String first = path.isEmpty() ? "" : path.get(0);
        switch (first) {
            case "version" -> request.reply(200, version());
            case "readyz", "livez", "healthz" ->
                    request.reply(200, "text/plain", "ok".getBytes(StandardCharsets.UTF_8));
            case "api" -> request.reply(200, path.size() == 1 ? legacyVersions() : resources("", path.get(1)));
            case "apis" -> request.reply(200, switch (path.size()) {
                case 1 -> groups();
                case 2 -> group(path.get(1));
                default -> resources(path.get(1), path.get(2));
            });
            case "openapi" -> OpenApi.answer(request, path);
            default -> throw Refusal.noSuchPath();
        }
    }

    private static ObjectNode version() {
        return Fields.newObject().put("major", "1").put("minor", "36").put("gitVersion", VERSION)
                .put("gitCommit", "practice").put("gitTreeState", "clean").put("buildDate", "2026-11-01T00:00:00Z")
                .put("goVersion", "none").put("compiler", "none").put("platform", "java");
    }

    private static ObjectNode legacyVersions() {
        ObjectNode versions = Fields.newObject().put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        versions.putArray("serverAddressByClientCIDRs");
        return versions;
    }

    private static Map<String, String> groupVersions() {
        Map<String, String> groups = new LinkedHashMap<>();
        ResourceKinds.ALL.stream().filter(kind -> !kind.group().isEmpty())
                .forEach(kind -> groups.put(kind.group(), kind.version()));
        groups.put(AUTHORIZATION, "v1");
        groups.put(AUTHENTICATION, "v1");
        return groups;
    }

    private static ObjectNode groups() {
        ObjectNode list = Fields.newObject().put("kind", "APIGroupList").put("apiVersion", "v1");
        ArrayNode groups = list.putArray("groups");
        groupVersions().forEach((name, version) -> groups.add(group(name, version)));
        return list;
    }

    private static ObjectNode group(String name) {
        String version = groupVersions().get(name);
        if (version == null) {
            throw Refusal.noSuchPath();
        }
        return group(name, version).put("kind", "APIGroup").put("apiVersion", "v1");
    }

    private static ObjectNode group(String name, String version) {
        ObjectNode group = Fields.newObject().put("name", name);
        ObjectNode preferred = Fields.newObject().put("groupVersion", name + "/" + version).put("version", version);
        group.putArray("versions").add(preferred);
        group.set("preferredVersion", preferred.deepCopy());
        return group;
    }

    private static ObjectNode resources(String group, String version) {
        ObjectNode list = Fields.newObject().put("kind", "APIResourceList").put("apiVersion", "v1");
        list.put("groupVersion", group.isEmpty() ? version : group + "/" + version);
        ArrayNode resources = list.putArray("resources");
        for (ResourceKind kind : ResourceKinds.ALL) {
            if (kind.group().equals(group) && kind.version().equals(version)) {
                describe(kind, resources);
            }
        }
        if (group.equals(AUTHORIZATION)) {
            ReviewEndpoint.KINDS.forEach(kind -> review(kind, resources));
        } else if (group.equals(AUTHENTICATION)) {
            review(ReviewEndpoint.IDENTITY, resources);
        }
        if (resources.isEmpty()) {
            throw Refusal.noSuchPath();
        }
        return list;
    }

    private static void describe(ResourceKind kind, ArrayNode resources) {
        ObjectNode resource = resources.addObject().put("name", kind.plural()).put("singularName", kind.singular());
        resource.put("namespaced", kind.isNamespaced()).put("kind", kind.kind());
        for (String verb : List.of("create", "delete", "get", "list", "patch", "update", "watch")) {
            resource.withArray("verbs").add(verb);
        }
        kind.shortNames().forEach(resource.withArray("shortNames")::add);
        boolean shownByAll = kind.group().equals("apps") && !kind.equals(ResourceKinds.CONTROLLER_REVISIONS)
                || kind.equals(ResourceKinds.PODS) || kind.equals(ResourceKinds.SERVICES);
        if (shownByAll) {
            resource.putArray("categories").add("all");
        }
        for (String name : kind.subresources()) {
            ObjectNode below = resources.addObject().put("name", kind.plural() + "/" + name).put("singularName", "");
            below.put("namespaced", kind.isNamespaced());
            if (name.equals("scale")) {
                below.put("group", "autoscaling").put("version", "v1").put("kind", "Scale");
                below.putArray("verbs").add("get").add("patch").add("update");
            } else {
                below.put("kind", kind.kind()).putArray("verbs").add("get");
            }
        }
    }

    private static void review(String kind, ArrayNode resources) {
        resources.addObject().put("name", kind.toLowerCase(Locale.ROOT) + "s").put("singularName",
                kind.toLowerCase(Locale.ROOT)).put("namespaced", false).put("kind", kind).putArray("verbs")
                .add("create");
    }
}
