package dev.signalbox.provider.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks requests against GitLab's published document: path, method, query parameters, body. The document is weak about
/// answers, so those are not checked against it. What it does not describe at all stands in [Undescribed].
final class GitLabSchema {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode document;

    private GitLabSchema(JsonNode document) {
        this.document = document;
    }

    static GitLabSchema read() {
        try (InputStream in = Objects.requireNonNull(
                GitLabSchema.class.getResourceAsStream("/wire/gitlab-openapi-subset.json"))) {
            return new GitLabSchema(MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is wrong with a request; empty when the document or the list of exceptions allows it.
    List<String> faults(String method, URI uri, @Nullable JsonNode body) {
        Optional<Undescribed> exception = Undescribed.of(method, uri.getRawPath());
        if (exception.isPresent()) {
            return undescribed(exception.get(), uri.getRawQuery(), body);
        }
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
        queryFaults(operation, template.get(), uri.getRawQuery(), faults);
        bodyFaults(operation, body, faults);
        return faults;
    }

    private static List<String> undescribed(Undescribed exception, @Nullable String rawQuery, @Nullable JsonNode body) {
        List<String> faults = new ArrayList<>();
        pairs(rawQuery).map(GitLabSchema::nameOf).filter(name -> !exception.query().contains(name)).forEach(
                name -> faults.add("no query parameter " + name + " at " + exception.path()));
        if (body != null) {
            faults.add("a body where none belongs");
        }
        return faults;
    }

    private Optional<String> template(String rawPath) {
        return stream(document.path("paths").fieldNames())
                .filter(template -> matches(template, rawPath))
                .max((a, b) -> Long.compare(fixed(a), fixed(b)));
    }

    private static long fixed(String template) {
        return Stream.of(template.split("/")).filter(part -> !part.startsWith("{")).count();
    }

    private static void pathFaults(JsonNode operation, String template, String rawPath, List<String> faults) {
        List<String> parts = List.of(template.split("/"));
        List<String> given = List.of(rawPath.split("/"));
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).startsWith("{")) {
                String name = parts.get(i).substring(1, parts.get(i).length() - 1);
                JsonNode parameter = parameter(operation, "path", name);
                if (parameter == null) {
                    faults.add("path parameter " + name + " is not described");
                } else {
                    textFaults(name, decoded(given.get(i)), parameter, faults);
                }
            }
        }
    }

    private static void queryFaults(
            JsonNode operation, String template, @Nullable String rawQuery, List<String> faults) {
        List<String> given = new ArrayList<>();
        pairs(rawQuery).forEach(pair -> {
            String name = nameOf(pair);
            given.add(name);
            JsonNode parameter = parameter(operation, "query", name);
            if (parameter == null) {
                if (!Undescribed.isParameter(template, name)) {
                    faults.add("no query parameter " + name + " at " + template);
                }
            } else {
                textFaults(name, decoded(pair.substring(pair.indexOf('=') + 1)), parameter, faults);
            }
        });
        operation.path("parameters").forEach(parameter -> {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()
                    && !given.contains(name)) {
                faults.add("query parameter " + name + " is missing");
            }
        });
    }

    private void bodyFaults(JsonNode operation, @Nullable JsonNode body, List<String> faults) {
        JsonNode described = parameter(operation, "body", null);
        if (body == null) {
            if (described != null && described.path("required").asBoolean()) {
                faults.add("the body is missing");
            }
        } else if (described == null) {
            faults.add("a body where none belongs");
        } else {
            valueFaults("body", body, resolved(described.path("schema")), faults);
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
            // An object without described fields takes any: the values of inputs.
            if (schema.has("properties")) {
                value.fieldNames().forEachRemaining(name -> {
                    JsonNode property = schema.path("properties").path(name);
                    if (property.isMissingNode()) {
                        faults.add(at + "." + name + " is not described");
                    } else {
                        valueFaults(at + "." + name, value.path(name), resolved(property), faults);
                    }
                });
            }
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

    private static @Nullable JsonNode parameter(JsonNode operation, String in, @Nullable String name) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals(in)
                    && (name == null || parameter.path("name").asText().equals(name))) {
                return parameter;
            }
        }
        return null;
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
        if (given.length != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].startsWith("{") && !parts[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }

    private static Stream<String> pairs(@Nullable String rawQuery) {
        return rawQuery == null ? Stream.of() : Stream.of(rawQuery.split("&"));
    }

    private static String nameOf(String pair) {
        return decoded(pair.substring(0, pair.indexOf('=')));
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
