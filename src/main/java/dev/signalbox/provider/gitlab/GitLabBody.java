package dev.signalbox.provider.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.StrictJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Bodies of requests. Fields stand in a fixed order, so that the same wish always makes the same bytes.
final class GitLabBody {

    private static final String NUMBER = "-?(0|[1-9]\\d{0,17})(\\.\\d{1,17})?";

    private GitLabBody() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// A new pipeline.
    ///
    /// @param types of those values that are inputs; all others are variables
    static ObjectNode pipeline(String ref, Map<String, String> values, Map<String, String> types) {
        ObjectNode body = object().put("ref", ref);
        ObjectNode inputs = object();
        ArrayNode variables = JsonNodeFactory.instance.arrayNode();
        new TreeMap<>(values).forEach((name, value) -> {
            String type = types.get(name);
            if (type == null) {
                variables.addObject().put("key", name).put("value", value);
            } else {
                inputs.set(name, typed(value, type));
            }
        });
        if (!inputs.isEmpty()) {
            body.set("inputs", inputs);
        }
        if (!variables.isEmpty()) {
            body.set("variables", variables);
        }
        return body;
    }

    /// Texts as a JSON array.
    static String array(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array.toString();
    }

    /// What somebody entered, as JSON of the type that is wanted. What is not of the type stays text, and GitLab says so.
    private static JsonNode typed(String value, String type) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (type) {
            case "boolean" -> value.equals("true") || value.equals("false")
                    ? make.booleanNode(value.equals("true"))
                    : make.textNode(value);
            case "number" -> value.matches(NUMBER) ? make.numberNode(new BigDecimal(value)) : make.textNode(value);
            case "array" -> list(value);
            default -> make.textNode(value);
        };
    }

    private static JsonNode list(String value) {
        try {
            JsonNode tree = new StrictJson().tree(value.getBytes(StandardCharsets.UTF_8));
            return tree.isArray() ? tree : JsonNodeFactory.instance.textNode(value);
        } catch (RemoteFailure notJson) {
            return JsonNodeFactory.instance.textNode(value);
        }
    }
}
