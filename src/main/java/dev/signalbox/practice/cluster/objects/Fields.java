package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;

/// Reads and makes the JSON trees that objects are kept as. An absent field reads as empty.
public final class Fields {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /// 7 as `int` and 7 as `long` are the same number to a client; Jackson's own equality says otherwise.
    private static final Comparator<JsonNode> BY_VALUE = (left, right) -> left.isNumber() && right.isNumber()
            ? left.decimalValue().compareTo(right.decimalValue())
            : left.equals(right) ? 0 : 1;

    private Fields() {}

    public static ObjectNode newObject() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode newArray() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /// Parses a document; the caller decides what a failure means.
    public static JsonNode parse(byte[] document) throws IOException {
        return MAPPER.readTree(document);
    }

    /// Parses a document written in this program.
    public static ObjectNode object(String document) {
        try {
            return (ObjectNode) MAPPER.readTree(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("not JSON: " + document, impossible);
        }
    }

    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static JsonNode at(JsonNode node, String... path) {
        JsonNode found = node;
        for (String step : path) {
            found = found.path(step);
        }
        return found;
    }

    public static String text(JsonNode node, String... path) {
        return at(node, path).asText("");
    }

    public static int number(JsonNode node, int otherwise, String... path) {
        return at(node, path).asInt(otherwise);
    }

    public static String name(JsonNode object) {
        return text(object, "metadata", "name");
    }

    public static String namespace(JsonNode object) {
        return text(object, "metadata", "namespace");
    }

    public static String uid(JsonNode object) {
        return text(object, "metadata", "uid");
    }

    public static String annotation(JsonNode object, String key) {
        return text(object, "metadata", "annotations", key);
    }

    public static String label(JsonNode object, String key) {
        return text(object, "metadata", "labels", key);
    }

    public static boolean isDeleting(JsonNode object) {
        return !text(object, "metadata", "deletionTimestamp").isEmpty();
    }

    /// The object below a parent, made when absent.
    public static ObjectNode child(ObjectNode parent, String... path) {
        ObjectNode found = parent;
        for (String step : path) {
            found = found.path(step) instanceof ObjectNode existing ? existing : found.putObject(step);
        }
        return found;
    }

    /// The time in a field, or [Instant#EPOCH] when it is absent or none: a client may have written it.
    public static Instant time(JsonNode node, String... path) {
        try {
            return Instant.parse(text(node, path));
        } catch (DateTimeException none) {
            return Instant.EPOCH;
        }
    }

    /// Kubernetes keeps whole seconds.
    public static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public static ObjectNode map(Map<String, String> entries) {
        ObjectNode node = newObject();
        entries.forEach(node::put);
        return node;
    }

    /// Same value, whatever the width of its numbers.
    public static boolean same(JsonNode left, JsonNode right) {
        return left.equals(BY_VALUE, right);
    }
}
