package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.Refusal;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// In which form a client wants objects: as they are, as rows to print, or their metadata alone.
enum Shape {
    WHOLE,
    TABLE,
    METADATA;

    private static final String META = "meta.k8s.io/v1";

    /// The first form in an `Accept` header that the server can give.
    ///
    /// @throws Refusal 406 when it can give none
    static Shape of(String accept) {
        if (accept.isBlank()) {
            return WHOLE;
        }
        for (String clause : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            List<String> parts = List.of(clause.replace(" ", "").split(";", -1));
            if (!List.of("application/json", "application/*", "*/*").contains(parts.get(0))) {
                continue;
            }
            String as = parts.stream().filter(part -> part.startsWith("as=")).findFirst().orElse("");
            switch (as) {
                case "" -> {
                    return WHOLE;
                }
                case "as=table" -> {
                    return TABLE;
                }
                case "as=partialobjectmetadata", "as=partialobjectmetadatalist" -> {
                    return METADATA;
                }
                default -> {}
            }
        }
        throw Refusal.notAcceptable();
    }

    /// One object in that form.
    ObjectNode one(ResourceKind kind, ObjectNode object, Instant now) {
        return switch (this) {
            case WHOLE -> object;
            case TABLE -> Tables.of(kind, List.of(object), Fields.text(object, "metadata", "resourceVersion"), now);
            case METADATA -> partial(object);
        };
    }

    /// A list in that form.
    ObjectNode list(ResourceKind kind, List<ObjectNode> objects, ObjectNode metadata, Instant now) {
        if (this == TABLE) {
            ObjectNode table = Tables.of(kind, objects, Fields.text(metadata, "resourceVersion"), now);
            table.set("metadata", metadata);
            return table;
        }
        boolean whole = this == WHOLE;
        ObjectNode list = Fields.newObject().put("kind", whole ? kind.kind() + "List" : "PartialObjectMetadataList");
        list.put("apiVersion", whole ? kind.apiVersion() : META).set("metadata", metadata);
        ArrayNode items = list.putArray("items");
        objects.forEach(object -> items.add(whole ? untyped(object) : partial(object)));
        return list;
    }

    static ObjectNode partial(ObjectNode object) {
        ObjectNode partial = Fields.newObject().put("kind", "PartialObjectMetadata").put("apiVersion", META);
        partial.set("metadata", object.path("metadata"));
        return partial;
    }

    /// Items of a list carry neither kind nor apiVersion, as on a real server.
    private static ObjectNode untyped(ObjectNode object) {
        ObjectNode item = Fields.newObject();
        object.properties().forEach(field -> {
            if (!field.getKey().equals("kind") && !field.getKey().equals("apiVersion")) {
                item.set(field.getKey(), field.getValue());
            }
        });
        return item;
    }
}
