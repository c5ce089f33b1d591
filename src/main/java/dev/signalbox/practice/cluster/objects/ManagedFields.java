package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps `metadata.managedFields`: who last wrote which field, and when. It is how "who changed the image" is answered.
final class ManagedFields {

    private static final Set<String> UNOWNED = Set.of("managedFields", "resourceVersion", "uid", "generation",
            "creationTimestamp", "name", "namespace");

    private ManagedFields() {}

    /// Records in `next` that `manager` made it out of `previous` (an empty object for a creation).
    static void record(ObjectNode previous, ObjectNode next, String manager, Instant at) {
        ObjectNode written = changed(previous, next, "");
        written.remove(List.of("f:apiVersion", "f:kind", "f:status"));
        if (written.isEmpty()) {
            return;
        }
        ObjectNode metadata = Fields.child(next, "metadata");
        ArrayNode entries = metadata.path("managedFields") instanceof ArrayNode existing
                ? existing
                : metadata.putArray("managedFields");
        for (Iterator<JsonNode> each = entries.iterator(); each.hasNext();) {
            ObjectNode entry = (ObjectNode) each.next();
            subtract(Fields.child(entry, "fieldsV1"), written);
            boolean own = manager.equals(entry.path("manager").asText())
                    && "Update".equals(entry.path("operation").asText()) && !entry.has("subresource");
            if (own) {
                add(written, entry.path("fieldsV1"));
            }
            if (own || entry.path("fieldsV1").isEmpty()) {
                each.remove();
            }
        }
        ObjectNode entry = entries.addObject().put("manager", manager).put("operation", "Update");
        entry.put("apiVersion", next.path("apiVersion").asText()).put("time", Fields.time(at)).put("fieldsType",
                "FieldsV1");
        entry.set("fieldsV1", written);
    }

    private static ObjectNode changed(JsonNode previous, JsonNode next, String name) {
        ObjectNode paths = Fields.newObject();
        for (Map.Entry<String, JsonNode> field : next.properties()) {
            boolean unowned = name.equals("metadata") && UNOWNED.contains(field.getKey());
            JsonNode before = previous.path(field.getKey());
            if (unowned || Fields.same(before, field.getValue())) {
                continue;
            }
            ObjectNode below = field.getValue().isObject()
                    ? changed(before, field.getValue(), field.getKey())
                    : byName(before, field.getValue());
            paths.set("f:" + field.getKey(), below);
        }
        return paths;
    }

    /// Lists of named things are owned per thing; every other list is owned whole.
    private static ObjectNode byName(JsonNode previous, JsonNode next) {
        ObjectNode paths = Fields.newObject();
        List<JsonNode> named = new ArrayList<>();
        next.forEach(element -> {
            if (element.path("name").isTextual()) {
                named.add(element);
            }
        });
        if (named.isEmpty() || named.size() != next.size()) {
            return paths;
        }
        for (JsonNode element : named) {
            JsonNode before = Fields.newObject();
            for (JsonNode candidate : previous) {
                if (candidate.path("name").equals(element.path("name"))) {
                    before = candidate;
                }
            }
            if (!Fields.same(before, element)) {
                paths.set("k:{\"name\":\"" + element.path("name").asText() + "\"}", changed(before, element, ""));
            }
        }
        return paths;
    }

    private static void subtract(ObjectNode owned, ObjectNode taken) {
        taken.properties().forEach(field -> {
            if (owned.get(field.getKey()) instanceof ObjectNode below) {
                subtract(below, (ObjectNode) field.getValue());
                if (below.isEmpty()) {
                    owned.remove(field.getKey());
                }
            }
        });
    }

    private static void add(ObjectNode to, JsonNode more) {
        more.properties().forEach(field -> add(Fields.child(to, field.getKey()), field.getValue()));
    }
}
