package dev.signalbox.provider.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks requests against GitHub's published schema: path, method, query parameters, body.
final class OpenApi {

    private final JsonNode document;

    OpenApi(JsonNode document) {
        this.document = document;
    }

    /// What is wrong with a request; empty when the schema allows it.
    List<String> faults(String method, URI uri, @Nullable JsonNode body) {
        Optional<String> template = template(uri.getRawPath());
        if (template.isEmpty()) {
            return List.of("no such path: " + uri.getRawPath());
        }
        JsonNode operation = document.path("paths").path(template.get()).path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            return List.of("no " + method + " at " + template.get());
        }
        List<String> faults = new ArrayList<>();
        pathFaults(operation, template.get(), uri.getRawPath(), faults);
        queryFaults(operation, uri.getRawQuery(), faults);
        bodyFaults(operation, body, faults);
        return faults;
    }

    /// The path template that a raw path belongs to: the one with the most fixed segments.
    Optional<String> template(String rawPath) {
        return stream(document.path("paths").fieldNames())
                .filter(template -> matches(template, rawPath))
                .max(Comparator.comparingLong(
                        template -> Stream.of(template.split("/")).filter(part -> !part.startsWith("{")).count()));
    }

    /// Good JSON answers that the schema gives as examples, by name.
    Map<String, JsonNode> examples(String template, String method) {
        Map<String, JsonNode> found = new TreeMap<>();
        JsonNode responses = document.path("paths").path(template).path(method).path("responses");
        responses.fieldNames().forEachRemaining(status -> {
            if (status.startsWith("2")) {
                JsonNode content = resolved(responses.path(status)).path("content").path("application/json");
                if (content.has("example")) {
                    found.put(status, content.path("example"));
                }
                JsonNode examples = content.path("examples");
                examples.fieldNames().forEachRemaining(
                        name -> found.put(status + " " + name, resolved(examples.path(name)).path("value")));
            }
        });
        return found;
    }

    private void pathFaults(JsonNode operation, String template, String rawPath, List<String> faults) {
        List<String> parts = List.of(template.split("/"));
        List<String> given = List.of(rawPath.split("/"));
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).startsWith("{")) {
                String name = parts.get(i).substring(1, parts.get(i).length() - 1);
                JsonNode parameter = parameter(operation, "path", name);
                if (parameter.isMissingNode()) {
                    faults.add("path parameter " + name + " is not described");
                } else {
                    textFaults(name, decoded(given.get(i)), resolved(parameter.path("schema")), faults);
                }
            }
        }
    }

    private void queryFaults(JsonNode operation, @Nullable String rawQuery, List<String> faults) {
        for (String pair : rawQuery == null ? List.<String>of() : List.of(rawQuery.split("&"))) {
            String name = decoded(pair.substring(0, pair.indexOf('=')));
            JsonNode parameter = parameter(operation, "query", name);
            if (parameter.isMissingNode()) {
                faults.add("no query parameter " + name);
            } else {
                String value = decoded(pair.substring(pair.indexOf('=') + 1));
                textFaults(name, value, resolved(parameter.path("schema")), faults);
            }
        }
    }

    private void bodyFaults(JsonNode operation, @Nullable JsonNode body, List<String> faults) {
        JsonNode described = operation.path("requestBody");
        if (body == null) {
            if (described.path("required").asBoolean()) {
                faults.add("the body is missing");
            }
        } else if (described.isMissingNode()) {
            faults.add("a body where none belongs");
        } else {
            valueFaults(
                    "body", body, resolved(described.path("content").path("application/json").path("schema")), faults);
        }
    }

    private void valueFaults(String at, JsonNode value, JsonNode schema, List<String> faults) {
        String type = schema.path("type").asText("");
        boolean right = switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
        if (!right) {
            faults.add(at + " is not " + type);
            return;
        }
        enumFaults(at, value.asText(), schema, faults);
        if (type.equals("array")) {
            value.forEach(item -> valueFaults(at + "[]", item, resolved(schema.path("items")), faults));
        }
        if (type.equals("object")) {
            schema.path("required").forEach(name -> {
                if (!value.has(name.asText())) {
                    faults.add(at + "." + name.asText() + " is missing");
                }
            });
            if (schema.has("maxProperties") && value.size() > schema.path("maxProperties").asInt()) {
                faults.add(at + " has too many properties");
            }
            value.fieldNames().forEachRemaining(name -> {
                JsonNode property = schema.path("properties").path(name);
                if (property.isMissingNode() && !schema.path("additionalProperties").asBoolean()) {
                    faults.add(at + "." + name + " is not described");
                } else {
                    valueFaults(at + "." + name, value.path(name), resolved(property), faults);
                }
            });
        }
    }

    private static void textFaults(String name, String value, JsonNode schema, List<String> faults) {
        boolean right = switch (schema.path("type").asText("")) {
            case "integer" -> value.matches("-?\\d+");
            case "boolean" -> value.matches("true|false");
            default -> true;
        };
        if (!right) {
            faults.add(name + " is not " + schema.path("type").asText() + ": " + value);
        }
        enumFaults(name, value, schema, faults);
    }

    private static void enumFaults(String at, String value, JsonNode schema, List<String> faults) {
        JsonNode allowed = schema.path("enum");
        if (allowed.isArray() && stream(allowed.elements()).noneMatch(one -> one.asText().equals(value))) {
            faults.add(at + " is none of " + allowed);
        }
    }

    private JsonNode parameter(JsonNode operation, String in, String name) {
        for (JsonNode each : operation.path("parameters")) {
            JsonNode parameter = resolved(each);
            if (parameter.path("in").asText().equals(in) && parameter.path("name").asText().equals(name)) {
                return parameter;
            }
        }
        return document.path("nothing");
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode target = node;
        while (target.has("$ref")) {
            target = document.at(target.path("$ref").asText().substring(1));
        }
        return target;
    }

    private static boolean matches(String template, String rawPath) {
        String[] parts = template.split("/", -1);
        String[] given = rawPath.split("/", -1);
        // Only a file's path may have slashes of its own.
        boolean open = template.endsWith("/contents/{path}");
        if (open ? given.length < parts.length : given.length != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].startsWith("{") && !parts[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        List<T> all = new ArrayList<>();
        iterator.forEachRemaining(all::add);
        return all.stream();
    }
}
