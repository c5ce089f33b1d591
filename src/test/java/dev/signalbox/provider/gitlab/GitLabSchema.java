package dev.signalbox.provider.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalbox.testing.ApiDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks requests against GitLab's published document: path, method, query parameters, body. The document is weak about
/// answers, so those are not checked against it. What it does not describe at all stands in [Undescribed].
final class GitLabSchema {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ApiDocument document;

    private GitLabSchema(JsonNode document) {
        // An object without described fields takes any: the values of inputs.
        this.document = new ApiDocument(document, template -> false, schema -> !schema.has("properties"));
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
        Optional<String> template = document.template(uri.getRawPath());
        if (template.isEmpty()) {
            return List.of("no such path: " + uri.getRawPath());
        }
        JsonNode operation = document.operation(template.get(), method);
        if (operation.isMissingNode()) {
            return List.of("no " + method + " at " + template.get());
        }
        List<String> faults = new ArrayList<>();
        document.pathFaults(template.get(), uri.getRawPath(), name -> parameter(operation, "path", name), faults);
        queryFaults(operation, template.get(), uri.getRawQuery(), faults);
        bodyFaults(operation, body, faults);
        return faults;
    }

    private static List<String> undescribed(Undescribed exception, @Nullable String rawQuery, @Nullable JsonNode body) {
        List<String> faults = new ArrayList<>();
        ApiDocument.pairs(rawQuery).map(ApiDocument::nameIn).filter(name -> !exception.query().contains(name)).forEach(
                name -> faults.add("no query parameter " + name + " at " + exception.path()));
        if (body != null) {
            faults.add("a body where none belongs");
        }
        return faults;
    }

    private static void queryFaults(
            JsonNode operation, String template, @Nullable String rawQuery, List<String> faults) {
        List<String> given = new ArrayList<>();
        ApiDocument.pairs(rawQuery).forEach(pair -> {
            String name = ApiDocument.nameIn(pair);
            given.add(name);
            JsonNode parameter = parameter(operation, "query", name);
            if (parameter == null) {
                if (!Undescribed.isParameter(template, name)) {
                    faults.add("no query parameter " + name + " at " + template);
                }
            } else {
                ApiDocument.textFaults(name, ApiDocument.valueIn(pair), parameter, faults);
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
            document.valueFaults("body", body, document.resolved(described.path("schema")), faults);
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
}
