package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.signalbox.domain.cluster.Workload;
import java.util.Map;
import java.util.TreeMap;

/// A JSON Patch (RFC 6902) whose first operations let the server refuse it unless the object is still the one that was
/// seen, with the same spec. `generation` and not `resourceVersion`: that one moves with every status write, many
/// times a second during the very rollout that somebody wants to stop.
final class GuardedPatch {

    private final ArrayNode operations = JsonNodeFactory.instance.arrayNode();

    static GuardedPatch of(Workload seen) {
        GuardedPatch patch = new GuardedPatch();
        patch.operation("test", "/metadata/uid", JsonNodeFactory.instance.textNode(seen.uid()));
        patch.operation("test", "/metadata/generation", JsonNodeFactory.instance.numberNode(seen.generation()));
        return patch;
    }

    GuardedPatch set(String path, JsonNode value) {
        return operation("add", path, value);
    }

    GuardedPatch replace(String path, JsonNode value) {
        return operation("replace", path, value);
    }

    /// Adds annotations under `path` and leaves the others.
    ///
    /// @param seen those that the object had, empty only if it had none: then the map itself has to be made, and the
    ///     server checks that it is still absent (`null` equals absent in the API server's `test`)
    GuardedPatch annotate(String path, Map<String, String> seen, Map<String, String> added) {
        if (seen.isEmpty()) {
            operation("test", path, JsonNodeFactory.instance.nullNode());
            operation("add", path, Tree.empty());
        }
        new TreeMap<>(added).forEach((name, value) -> operation(
                "add", path + "/" + escaped(name), JsonNodeFactory.instance.textNode(value)));
        return this;
    }

    String text() {
        return Tree.write(operations);
    }

    private GuardedPatch operation(String op, String path, JsonNode value) {
        operations.addObject().put("op", op).put("path", path).set("value", value);
        return this;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
