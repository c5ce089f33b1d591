package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Compares answers with the provider's published description: required fields, types, allowed words.
final class WireSchema {

    private final JsonNode root;

    WireSchema() {
        try (InputStream in = WireSchema.class.getResourceAsStream("/wire/github-openapi-subset.json")) {
            root = new JsonMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is wrong with this 200 answer to a GET of this described path.
    List<String> complaints(String path, JsonNode value) {
        return complaints(path, "get", "200", value);
    }

    List<String> complaints(String path, String method, String status, JsonNode value) {
        JsonNode response = resolve(root.path("paths").path(path).path(method).path("responses").path(status));
        JsonNode schema = response.path("content").path("application/json").path("schema");
        List<String> found = new ArrayList<>();
        if (schema.isMissingNode()) {
            found.add("no schema for " + method + " " + path);
        }
        check("$", schema, value, found);
        return found;
    }

    private JsonNode resolve(JsonNode node) {
        JsonNode current = node;
        while (current.has("$ref")) {
            current = root.at(current.path("$ref").asText().substring(1));
        }
        return current;
    }

    private void check(String at, JsonNode raw, JsonNode value, List<String> found) {
        JsonNode schema = resolve(raw);
        if (value.isNull()) {
            if (!schema.path("nullable").asBoolean(false) && schema.has("type")) {
                found.add(at + " is null");
            }
            return;
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                choose(at, schema.path(choice), value, found);
                return;
            }
        }
        schema.path("allOf").forEach(part -> check(at, part, value, found));
        checkType(at, schema, value, found);
        schema.path("required").forEach(field -> {
            if (value.isObject() && !value.has(field.asText())) {
                found.add(at + "." + field.asText() + " is missing");
            }
        });
        schema.path("properties").properties().forEach(property -> {
            if (value.has(property.getKey())) {
                check(at + "." + property.getKey(), property.getValue(), value.path(property.getKey()), found);
            }
        });
        if (schema.has("items") && value.isArray()) {
            value.forEach(item -> check(at + "[]", schema.path("items"), item, found));
        }
    }

    private void choose(String at, JsonNode choices, JsonNode value, List<String> found) {
        List<String> best = null;
        for (JsonNode choice : choices) {
            List<String> complaints = new ArrayList<>();
            check(at, choice, value, complaints);
            best = best == null || complaints.size() < best.size() ? complaints : best;
        }
        found.addAll(best == null ? List.of() : best);
    }

    private static void checkType(String at, JsonNode schema, JsonNode value, List<String> found) {
        boolean fits = switch (schema.path("type").asText("")) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
        if (!fits) {
            found.add(at + " is " + value.getNodeType() + " instead of " + schema.path("type").asText());
        }
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
            found.add(at + " is " + value + ", which is none of " + schema.path("enum"));
        }
        if (schema.path("format").asText("").equals("date-time") && !value.asText().matches("[\\d-]+T[\\d:]+Z")) {
            found.add(at + " is no time: " + value);
        }
    }
}
