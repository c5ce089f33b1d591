package dev.signalbox.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A provider's published description of its API, as far as requests are checked against it: paths, and the values that
/// schemas allow. Where a parameter or a body is described differs between versions of OpenAPI, so the caller looks there.
public final class ApiDocument {

    private final JsonNode document;
    private final Predicate<String> openEnded;
    private final Predicate<JsonNode> takesAnything;

    /// @param openEnded which path templates end in a placeholder that takes slashes too
    /// @param takesAnything which schemas of objects allow fields that they do not describe
    public ApiDocument(JsonNode document, Predicate<String> openEnded, Predicate<JsonNode> takesAnything) {
        this.document = document;
        this.openEnded = openEnded;
        this.takesAnything = takesAnything;
    }

    /// The path template that a raw path belongs to: the one with the most fixed segments.
    public Optional<String> template(String rawPath) {
        return stream(document.path("paths").fieldNames())
                .filter(template -> matches(template, rawPath))
                .max(Comparator.comparingLong(
                        template -> Stream.of(template.split("/")).filter(part -> !part.startsWith("{")).count()));
    }

    /// What is described for a method at a path template; a missing node when nothing is.
    public JsonNode operation(String template, String method) {
        return document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    }

    /// The node that a reference leads to.
    public JsonNode resolved(JsonNode node) {
        JsonNode target = node;
        while (target.has("$ref")) {
            target = document.at(target.path("$ref").asText().substring(1));
        }
        return target;
    }

    /// @param schema of the path's parameter of this name; null when it is not described
    public void pathFaults(
            String template, String rawPath, Function<String, @Nullable JsonNode> schema, List<String> faults) {
        List<String> parts = List.of(template.split("/"));
        List<String> given = List.of(rawPath.split("/"));
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).startsWith("{")) {
                String name = parts.get(i).substring(1, parts.get(i).length() - 1);
                JsonNode described = schema.apply(name);
                if (described == null) {
                    faults.add("path parameter " + name + " is not described");
                } else {
                    textFaults(name, decoded(given.get(i)), described, faults);
                }
            }
        }
    }

    /// What is wrong with a value of a body.
    public void valueFaults(String at, JsonNode value, JsonNode schema, List<String> faults) {
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
            fieldFaults(at, value, schema, faults);
        }
    }

    private void fieldFaults(String at, JsonNode value, JsonNode schema, List<String> faults) {
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
            if (!property.isMissingNode()) {
                valueFaults(at + "." + name, value.path(name), resolved(property), faults);
            } else if (!takesAnything.test(schema)) {
                faults.add(at + "." + name + " is not described");
            }
        });
    }

    /// What is wrong with a value of a path or a query.
    public static void textFaults(String name, String value, JsonNode schema, List<String> faults) {
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

    private boolean matches(String template, String rawPath) {
        String[] parts = template.split("/", -1);
        String[] given = rawPath.split("/", -1);
        if (openEnded.test(template) ? given.length < parts.length : given.length != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].startsWith("{") && !parts[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }

    /// The pairs of a query as they were written.
    public static Stream<String> pairs(@Nullable String rawQuery) {
        return rawQuery == null ? Stream.of() : Stream.of(rawQuery.split("&"));
    }

    /// The name in a pair of a query.
    public static String nameIn(String pair) {
        return decoded(pair.substring(0, pair.indexOf('=')));
    }

    /// The value in a pair of a query.
    public static String valueIn(String pair) {
        return decoded(pair.substring(pair.indexOf('=') + 1));
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
