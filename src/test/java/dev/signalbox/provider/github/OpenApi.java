package dev.signalbox.provider.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.testing.ApiDocument;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Checks requests against GitHub's published schema: path, method, query parameters, body.
final class OpenApi {

    private final JsonNode document;
    private final ApiDocument described;

    OpenApi(JsonNode document) {
        this.document = document;
        described = new ApiDocument(
                document,
                // Only a file's path may have slashes of its own.
                template -> template.endsWith("/contents/{path}"),
                schema -> schema.path("additionalProperties").asBoolean());
    }

    /// What is wrong with a request; empty when the schema allows it.
    List<String> faults(String method, URI uri, @Nullable JsonNode body) {
        Optional<String> template = template(uri.getRawPath());
        if (template.isEmpty()) {
            return List.of("no such path: " + uri.getRawPath());
        }
        JsonNode operation = described.operation(template.get(), method);
        if (operation.isMissingNode()) {
            return List.of("no " + method + " at " + template.get());
        }
        List<String> faults = new ArrayList<>();
        described.pathFaults(template.get(), uri.getRawPath(), name -> schema(operation, "path", name), faults);
        queryFaults(operation, uri.getRawQuery(), faults);
        bodyFaults(operation, body, faults);
        return faults;
    }

    /// The path template that a raw path belongs to: the one with the most fixed segments.
    Optional<String> template(String rawPath) {
        return described.template(rawPath);
    }

    /// Good JSON answers that the schema gives as examples, by name.
    Map<String, JsonNode> examples(String template, String method) {
        Map<String, JsonNode> found = new TreeMap<>();
        JsonNode responses = document.path("paths").path(template).path(method).path("responses");
        responses.fieldNames().forEachRemaining(status -> {
            if (status.startsWith("2")) {
                JsonNode content = described.resolved(responses.path(status)).path("content").path("application/json");
                if (content.has("example")) {
                    found.put(status, content.path("example"));
                }
                JsonNode examples = content.path("examples");
                examples.fieldNames().forEachRemaining(
                        name -> found.put(status + " " + name, described.resolved(examples.path(name)).path("value")));
            }
        });
        return found;
    }

    private void queryFaults(JsonNode operation, @Nullable String rawQuery, List<String> faults) {
        ApiDocument.pairs(rawQuery).forEach(pair -> {
            String name = ApiDocument.nameIn(pair);
            JsonNode schema = schema(operation, "query", name);
            if (schema == null) {
                faults.add("no query parameter " + name);
            } else {
                ApiDocument.textFaults(name, ApiDocument.valueIn(pair), schema, faults);
            }
        });
    }

    private void bodyFaults(JsonNode operation, @Nullable JsonNode body, List<String> faults) {
        JsonNode wanted = operation.path("requestBody");
        if (body == null) {
            if (wanted.path("required").asBoolean()) {
                faults.add("the body is missing");
            }
        } else if (wanted.isMissingNode()) {
            faults.add("a body where none belongs");
        } else {
            JsonNode schema = wanted.path("content").path("application/json").path("schema");
            described.valueFaults("body", body, described.resolved(schema), faults);
        }
    }

    private @Nullable JsonNode schema(JsonNode operation, String in, String name) {
        for (JsonNode each : operation.path("parameters")) {
            JsonNode parameter = described.resolved(each);
            if (parameter.path("in").asText().equals(in) && parameter.path("name").asText().equals(name)) {
                return described.resolved(parameter.path("schema"));
            }
        }
        return null;
    }
}
