package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What differs between two states of a workload, in words. Values of the environment are never shown: they may be
/// secrets (CVE-2025-55190).
final class SpecDiff {

    private static final Set<String> TOLD_APART = Set.of("name", "image", "env", "resources");
    private static final Set<String> SHOWN = Set.of("terminationGracePeriodSeconds", "serviceAccountName");

    private final List<String> lines = new ArrayList<>();

    private SpecDiff() {}

    static List<String> words(JsonNode before, JsonNode after) {
        SpecDiff diff = new SpecDiff();
        diff.workload(before.path("spec"), after.path("spec"));
        return List.copyOf(diff.lines);
    }

    private void workload(JsonNode before, JsonNode after) {
        value("replicas", before.path("replicas"), after.path("replicas"));
        if (before.path("paused").asBoolean(false) != after.path("paused").asBoolean(false)) {
            lines.add(after.path("paused").asBoolean(false) ? "rollout paused" : "rollout resumed");
        }
        template(before.path("template"), after.path("template"));
        for (String other : names(before, after)) {
            if (!Set.of("replicas", "paused", "template").contains(other)
                    && !before.path(other).equals(after.path(other))) {
                lines.add(safe(other) + " changed");
            }
        }
    }

    private void template(JsonNode before, JsonNode after) {
        Map<String, JsonNode> old = byName(Tree.at(before, "spec", "containers"));
        Map<String, JsonNode> now = byName(Tree.at(after, "spec", "containers"));
        boolean several = old.size() > 1 || now.size() > 1;
        containers(old, now, "container", several);
        containers(
                byName(Tree.at(before, "spec", "initContainers")), byName(Tree.at(after, "spec", "initContainers")),
                "init container", true);
        list("volume", byName(Tree.at(before, "spec", "volumes")), byName(Tree.at(after, "spec", "volumes")));
        map("label", Tree.at(before, "metadata", "labels"), Tree.at(after, "metadata", "labels"), true);
        map("annotation", Tree.at(before, "metadata", "annotations"), Tree.at(after, "metadata", "annotations"), false);
        for (String other : names(before.path("spec"), after.path("spec"))) {
            if (Set.of("containers", "initContainers", "volumes").contains(other)) {
                continue;
            }
            if (SHOWN.contains(other)) {
                value(other, before.path("spec").path(other), after.path("spec").path(other));
            } else if (!before.path("spec").path(other).equals(after.path("spec").path(other))) {
                lines.add(safe(other) + " changed");
            }
        }
    }

    private void containers(Map<String, JsonNode> old, Map<String, JsonNode> now, String what, boolean named) {
        list(what, removed(old, now), removed(now, old));
        now.forEach((name, after) -> {
            JsonNode before = old.get(name);
            if (before != null) {
                container(before, after, named ? safe(name) + ": " : "");
            }
        });
    }

    private void container(JsonNode before, JsonNode after, String prefix) {
        value(prefix + "image", before.path("image"), after.path("image"));
        for (String kind : List.of("requests", "limits")) {
            JsonNode old = Tree.at(before, "resources", kind);
            JsonNode now = Tree.at(after, "resources", kind);
            for (String resource : names(old, now)) {
                String word = kind.equals("requests") ? " request" : " limit";
                value(prefix + safe(resource) + word, old.path(resource), now.path(resource));
            }
        }
        environment(prefix, byName(before.path("env")), byName(after.path("env")));
        for (String other : names(before, after)) {
            if (!TOLD_APART.contains(other) && !before.path(other).equals(after.path(other))) {
                lines.add(prefix + safe(other) + " changed");
            }
        }
    }

    private void environment(String prefix, Map<String, JsonNode> old, Map<String, JsonNode> now) {
        removed(old, now).keySet().forEach(name -> lines.add(prefix + "env " + safe(name) + " removed"));
        removed(now, old).keySet().forEach(name -> lines.add(prefix + "env " + safe(name) + " added"));
        now.forEach((name, value) -> {
            if (old.containsKey(name) && !value.equals(old.get(name))) {
                lines.add(prefix + "env " + safe(name) + " changed");
            }
        });
    }

    private void list(String what, Map<String, JsonNode> old, Map<String, JsonNode> now) {
        removed(old, now).keySet().forEach(name -> lines.add(what + " " + safe(name) + " removed"));
        removed(now, old).keySet().forEach(name -> lines.add(what + " " + safe(name) + " added"));
        now.forEach((name, value) -> {
            if (old.containsKey(name) && !value.equals(old.get(name))) {
                lines.add(what + " " + safe(name) + " changed");
            }
        });
    }

    private void map(String what, JsonNode old, JsonNode now, boolean withValues) {
        for (String name : names(old, now)) {
            if (withValues || name.equals(Annotations.RESTARTED_AT)) {
                value(what + " " + safe(name), old.path(name), now.path(name));
            } else if (!old.path(name).equals(now.path(name))) {
                String how = !old.has(name) ? " added" : now.has(name) ? " changed" : " removed";
                lines.add(what + " " + safe(name) + how);
            }
        }
    }

    private void value(String what, JsonNode old, JsonNode now) {
        if (!old.equals(now)) {
            lines.add(what + " " + shown(old) + " → " + shown(now));
        }
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "none" : safe(value.asText());
    }

    private static Map<String, JsonNode> byName(JsonNode list) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        list.forEach(item -> found.put(Tree.text(item, "name"), item));
        return found;
    }

    private static Map<String, JsonNode> removed(Map<String, JsonNode> from, Map<String, JsonNode> in) {
        Map<String, JsonNode> left = new LinkedHashMap<>(from);
        left.keySet().removeAll(in.keySet());
        return left;
    }

    private static Set<String> names(JsonNode one, JsonNode other) {
        Set<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String safe(String remote) {
        return SafeText.line(remote, 200);
    }
}
