package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.domain.cluster.Container;
import dev.signalbox.domain.cluster.ImageRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Pod templates as raw JSON.
final class Templates {

    static final String HASH_LABEL = "pod-template-hash";

    private Templates() {}

    /// The template without what controllers add to it: the hash label of a ReplicaSet, the directive of a
    /// ControllerRevision. What may be put back into a workload.
    static ObjectNode clean(JsonNode template) {
        ObjectNode copy = template.isObject() ? template.deepCopy() : Tree.empty();
        copy.remove("$patch");
        if (copy.path("metadata").path("labels") instanceof ObjectNode labels) {
            labels.remove(HASH_LABEL);
        }
        return copy;
    }

    /// Equal for equal templates, whatever the order of their fields; what tells which revision is the current one.
    static String digest(JsonNode template) {
        StringBuilder canonical = new StringBuilder();
        append(canonical, clean(template));
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256")
                    .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static List<Container> containers(JsonNode template) {
        List<Container> found = new ArrayList<>();
        for (JsonNode container : Tree.at(template, "spec", "containers")) {
            found.add(new Container(Tree.text(container, "name"), ImageRef.parse(Tree.text(container, "image"))));
        }
        return List.copyOf(found);
    }

    private static void append(StringBuilder out, JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(e -> {
                if (!e.getValue().isNull()) { // creationTimestamp: null comes and goes with the server's version
                    sorted.put(e.getKey(), e.getValue());
                }
            });
            out.append('{');
            sorted.forEach((name, value) -> {
                out.append(name.length()).append(':').append(name);
                append(out, value);
            });
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            node.forEach(item -> append(out, item));
            out.append(']');
        } else {
            out.append(node).append(',');
        }
    }
}
