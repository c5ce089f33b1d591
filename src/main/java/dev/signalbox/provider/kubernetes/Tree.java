package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads raw objects leniently: whatever is missing or of another type is empty, never an exception.
final class Tree {

    /// Strict and bounded: duplicate keys, trailing text and bottomless nesting are refused; numbers keep their text.
    static final JsonMapper JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxStringLength(10_000_000)
                    .maxNumberLength(1000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Tree() {}

    /// Parses a document that must be an object.
    static JsonNode object(byte[] bytes) throws IOException {
        JsonNode node = JSON.readTree(bytes);
        if (node == null || !node.isObject()) {
            throw new IOException("not a JSON object");
        }
        return node;
    }

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String write(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    static JsonNode at(JsonNode node, String... path) {
        JsonNode here = node;
        for (String step : path) {
            here = here.path(step);
        }
        return here;
    }

    static String text(JsonNode node, String... path) {
        JsonNode here = at(node, path);
        return here.isTextual() ? here.textValue() : "";
    }

    static int number(JsonNode node, int otherwise, String... path) {
        JsonNode here = at(node, path);
        return here.canConvertToInt() ? here.intValue() : otherwise;
    }

    static long longNumber(JsonNode node, String... path) {
        JsonNode here = at(node, path);
        return here.canConvertToLong() ? here.longValue() : 0;
    }

    static @Nullable Instant time(JsonNode node, String... path) {
        String text = text(node, path);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// A map of texts, sorted by key.
    static Map<String, String> texts(JsonNode node, String... path) {
        Map<String, String> found = new TreeMap<>();
        at(node, path).properties().forEach(entry -> {
            if (entry.getValue().isTextual()) {
                found.put(entry.getKey(), entry.getValue().textValue());
            }
        });
        return found;
    }

    /// The uid of the controller that owns this object, or empty.
    static String controller(JsonNode object) {
        return ofController(object, "uid");
    }

    /// A field of the reference to the controller that owns this object, or empty.
    static String ofController(JsonNode object, String field) {
        for (JsonNode owner : at(object, "metadata", "ownerReferences")) {
            if (owner.path("controller").asBoolean(false)) {
                return text(owner, field);
            }
        }
        return "";
    }
}
