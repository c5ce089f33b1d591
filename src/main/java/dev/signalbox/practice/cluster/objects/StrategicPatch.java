package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Kubernetes' strategic merge patch: like a merge patch, but the lists that have a key merge by it, and a patch may
/// carry directives (`$patch`, `$retainKeys`, `$setElementOrder/…`, `$deleteFromPrimitiveList/…`).
final class StrategicPatch {

    private static final String ORDER = "$setElementOrder/";
    private static final String UNLIST = "$deleteFromPrimitiveList/";
    private static final String RETAIN = "$retainKeys";
    private static final String DIRECTIVE = "$patch";

    private StrategicPatch() {}

    /// Applies to a copy.
    static ObjectNode apply(JsonNode document, ObjectNode patch) {
        switch (patch.path(DIRECTIVE).asText()) {
            case "replace" -> {
                return apply(Fields.newObject(), without(patch));
            }
            case "delete" -> {
                return Fields.newObject();
            }
            case "", "merge" -> {}
            default -> throw Refusal.badRequest("Unknown patch type: " + patch.path(DIRECTIVE).asText());
        }
        ObjectNode result = document instanceof ObjectNode object ? object.deepCopy() : Fields.newObject();
        retain(result, patch.path(RETAIN));
        patch.properties().forEach(change -> {
            if (!change.getKey().startsWith("$")) {
                merge(result, change.getKey(), change.getValue());
            }
        });
        patch.properties().forEach(change -> {
            if (change.getKey().startsWith(ORDER)) {
                order(result, change.getKey().substring(ORDER.length()), change.getValue());
            } else if (change.getKey().startsWith(UNLIST)) {
                unlist(result.path(change.getKey().substring(UNLIST.length())), change.getValue());
            }
        });
        return result;
    }

    private static void merge(ObjectNode result, String name, JsonNode value) {
        switch (value) {
            case ObjectNode object -> result.set(name, apply(result.path(name), object));
            case ArrayNode array -> result.set(name, mergeList(result.path(name), name, array));
            default -> {
                if (value.isNull()) {
                    result.remove(name);
                } else {
                    result.set(name, value.deepCopy());
                }
            }
        }
    }

    private static ArrayNode mergeList(JsonNode current, String name, ArrayNode patch) {
        Optional<String> key = keyOf(name, patch);
        for (JsonNode element : patch) {
            if (element.isObject() && element.size() == 1 && "replace".equals(element.path(DIRECTIVE).asText())) {
                return plain(patch);
            }
        }
        ArrayNode result = current instanceof ArrayNode array ? array.deepCopy() : Fields.newArray();
        if ("finalizers".equals(name)) {
            Set<JsonNode> known = new HashSet<>();
            result.forEach(known::add);
            patch.forEach(element -> {
                if (known.add(element)) {
                    result.add(element);
                }
            });
            return result;
        }
        if (key.isEmpty()) {
            return plain(patch);
        }
        for (JsonNode element : patch) {
            mergeElement(result, key.get(), element);
        }
        return result;
    }

    private static void mergeElement(ArrayNode result, String key, JsonNode element) {
        if (!(element instanceof ObjectNode change) || !change.has(key)) {
            throw Refusal.badRequest("map: " + element + " does not contain declared merge key: " + key);
        }
        int at = indexOf(result, key, change.path(key));
        boolean gone = "delete".equals(change.path(DIRECTIVE).asText());
        if (gone && at >= 0) {
            result.remove(at);
        } else if (!gone && at >= 0) {
            result.set(at, apply(result.get(at), change));
        } else if (!gone) {
            result.add(apply(Fields.newObject(), change));
        }
    }

    /// The fields that the API declares with a merge key; every other list is replaced.
    private static Optional<String> keyOf(String list, ArrayNode patch) {
        return switch (list) {
            case "containers", "initContainers", "ephemeralContainers", "volumes", "env", "imagePullSecrets" ->
                    Optional.of("name");
            case "volumeMounts" -> Optional.of("mountPath");
            case "volumeDevices" -> Optional.of("devicePath");
            case "hostAliases" -> Optional.of("ip");
            case "conditions" -> Optional.of("type");
            case "ownerReferences" -> Optional.of("uid");
            case "topologySpreadConstraints" -> Optional.of("topologyKey");
            case "ports" -> Optional.of(patch.path(0).has("port") ? "port" : "containerPort");
            default -> Optional.empty();
        };
    }

    private static int indexOf(ArrayNode list, String key, JsonNode wanted) {
        for (int index = 0; index < list.size(); index++) {
            if (Fields.same(list.get(index).path(key), wanted)) {
                return index;
            }
        }
        return -1;
    }

    private static void order(ObjectNode result, String name, JsonNode wanted) {
        if (!(result.path(name) instanceof ArrayNode list) || !(wanted instanceof ArrayNode order)) {
            return;
        }
        String key = keyOf(name, order).orElse("name");
        List<JsonNode> rest = new ArrayList<>();
        list.forEach(rest::add);
        ArrayNode ordered = Fields.newArray();
        for (JsonNode position : order) {
            rest.stream().filter(element -> isAt(element, position, key)).findFirst()
                    .ifPresent(element -> {
                        ordered.add(element);
                        rest.remove(element);
                    });
        }
        rest.forEach(ordered::add);
        result.set(name, ordered);
    }

    private static boolean isAt(JsonNode element, JsonNode position, String key) {
        return position.isObject()
                ? Fields.same(element.path(key), position.path(key))
                : Fields.same(element, position);
    }

    private static void unlist(JsonNode list, JsonNode gone) {
        if (list instanceof ArrayNode array) {
            for (int index = array.size() - 1; index >= 0; index--) {
                for (JsonNode value : gone) {
                    if (index < array.size() && array.get(index).equals(value)) {
                        array.remove(index);
                    }
                }
            }
        }
    }

    private static void retain(ObjectNode result, JsonNode keys) {
        if (keys.isArray()) {
            Set<String> kept = new HashSet<>();
            keys.forEach(key -> kept.add(key.asText()));
            result.retain(kept);
        }
    }

    private static ArrayNode plain(ArrayNode patch) {
        ArrayNode result = Fields.newArray();
        patch.forEach(element -> {
            boolean directive = element.size() == 1 && element.has(DIRECTIVE);
            if (!directive) {
                result.add(element instanceof ObjectNode object
                        ? apply(Fields.newObject(), object)
                        : element.deepCopy());
            }
        });
        return result;
    }

    private static ObjectNode without(ObjectNode patch) {
        ObjectNode rest = patch.deepCopy();
        rest.remove(DIRECTIVE);
        return rest;
    }
}
