package dev.signalbox.practice.gitlab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// What goes back: a status, bytes of one type, and headers beyond the usual ones.
record Answer(int status, String type, byte[] body, Map<String, String> headers) {

    private static final String JSON = "application/json";
    private static final JsonMapper MAPPER = new JsonMapper();

    static Answer ok(JsonNode body) {
        return of(200, body);
    }

    static Answer created(JsonNode body) {
        return of(201, body);
    }

    static Answer of(int status, JsonNode body) {
        try {
            return new Answer(status, JSON, MAPPER.writeValueAsBytes(body), Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Answer text(String text) {
        return new Answer(200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Answer bytes(String type, String file, byte[] bytes) {
        return new Answer(200, type, bytes, Map.of("Content-Disposition", "attachment; filename=\"" + file + "\""));
    }

    /// An error that says a sentence.
    static Answer problem(int status, String message) {
        return of(status, JsonNodeFactory.instance.objectNode().put("message", message));
    }

    /// An error of the layer below the API's own.
    static Answer error(int status, String error) {
        return of(status, JsonNodeFactory.instance.objectNode().put("error", error));
    }

    /// An error as it is told about a new thing that is not valid.
    static Answer invalid(String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("message").putArray("base").add(message);
        return of(400, body);
    }

    Answer with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Answer(status, type, body, Map.copyOf(all));
    }
}
