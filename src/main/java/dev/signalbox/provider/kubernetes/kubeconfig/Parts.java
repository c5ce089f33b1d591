package dev.signalbox.provider.kubernetes.kubeconfig;

import dev.signalbox.domain.text.SafeText;
import dev.signalbox.provider.kubernetes.kubeconfig.Kubeconfig.Context;
import dev.signalbox.provider.yaml.YamlNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Clusters, users and contexts of all files by name, and what each context comes to.
final class Parts {

    private final Map<String, Part> clusters = new LinkedHashMap<>();
    private final Map<String, Part> users = new LinkedHashMap<>();
    private final Map<String, Part> contexts = new LinkedHashMap<>();
    private final Map<Path, String> behind = new HashMap<>();
    private @Nullable String current;
    private String unreadable = "";

    Set<String> contexts() {
        return contexts.keySet();
    }

    @Nullable
    String currentContext() {
        return current;
    }

    /// A file that is there and tells nothing, or not all: it may describe what the files behind it describe,
    /// otherwise, and it would be the one that counts.
    ///
    /// @param why with its name
    void missed(String why) {
        unreadable = unreadable.isEmpty() ? why : unreadable;
    }

    void add(Path file, YamlNode.Mapping root, List<String> problems) {
        behind.putIfAbsent(file, unreadable);
        if (current == null && root.entries().get("current-context") instanceof YamlNode.Scalar scalar
                && !scalar.text().isEmpty()) {
            current = scalar.text();
        }
        collect(file, root, "clusters", "cluster", clusters, problems);
        collect(file, root, "users", "user", users, problems);
        collect(file, root, "contexts", "context", contexts, problems);
    }

    Context resolve(String name) {
        Part context = contexts.get(name);
        if (context == null) {
            return new Context.Refused(name, "There is no context of this name");
        }
        try {
            Part cluster = named(clusters, "cluster", context);
            Part user = context.text("user").isEmpty() ? null : named(users, "user", context);
            mayBeOvertaken(context, context);
            mayBeOvertaken(context, cluster);
            if (user != null) {
                mayBeOvertaken(context, user);
            }
            if (context.twice()) {
                throw context.refuse(context.body(), "two contexts have this name; rename one");
            }
            String namespace = context.text("namespace");
            return new Context.Usable(
                    name, AccessReader.read(cluster, user), namespace.isEmpty() ? "default" : namespace,
                    context.text("user"));
        } catch (Refusal e) {
            return new Context.Refused(name, e.sentence());
        }
    }

    private void mayBeOvertaken(Part context, Part part) throws Refusal {
        String why = behind.getOrDefault(part.file(), "");
        if (!why.isEmpty()) {
            throw context.refuse(
                    context.body(), "a file that comes first cannot be read and may say otherwise (" + why + ")");
        }
    }

    private static Part named(Map<String, Part> all, String kind, Part context) throws Refusal {
        String name = context.text(kind);
        Part found = all.get(name);
        if (name.isEmpty()) {
            throw context.refuse(context.body(), "names no " + kind);
        }
        if (found == null) {
            throw context.refuse(
                    context.body(), "names the " + kind + " “" + SafeText.line(name, 80) + "”, which is not described");
        }
        if (found.twice()) {
            throw found.refuse(found.body(), "another " + kind + " has the same name; rename one");
        }
        return found;
    }

    private void collect(
            Path file, YamlNode.Mapping root, String list, String key, Map<String, Part> into, List<String> problems) {
        YamlNode node = root.entries().get(list);
        if (!(node instanceof YamlNode.Sequence sequence)) {
            if (node != null && !(node instanceof YamlNode.Scalar scalar && scalar.isNull())) {
                String why = file + ", line " + node.line() + ": " + list + " should be a list, not " + node.kind();
                problems.add(why);
                missed(why);
            }
            return;
        }
        Map<String, Part> here = new LinkedHashMap<>();
        for (YamlNode item : sequence.items()) {
            if (item instanceof YamlNode.Mapping entry
                    && entry.entries().get("name") instanceof YamlNode.Scalar name
                    && !name.text().isEmpty()) {
                YamlNode.Mapping body = entry.entries().get(key) instanceof YamlNode.Mapping mapping
                        ? mapping
                        : new YamlNode.Mapping(Map.of(), entry.line(), entry.column());
                String what = "The " + key + " “" + SafeText.line(name.text(), 80) + "”";
                here.put(name.text(), new Part(file, what, body, here.containsKey(name.text())));
            } else {
                problems.add(file + ", line " + item.line() + ": a " + key + " here has no name");
            }
        }
        here.forEach(into::putIfAbsent);
    }
}
