package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What goes back: a status, a JSON body or none, and headers beyond the usual ones.
record Answer(int status, @Nullable JsonNode body, Map<String, String> headers) {

    static final String CONTENT_TYPE = "Content-Type";

    private static final String DOCS = "https://docs.github.com/rest";

    static Answer ok(JsonNode body) {
        return new Answer(200, body, Map.of());
    }

    /// Text as it is, instead of JSON.
    static Answer raw(String text, String type) {
        return new Answer(200, JsonNodeFactory.instance.textNode(text), Map.of(CONTENT_TYPE, type));
    }

    static Answer of(int status, JsonNode body) {
        return new Answer(status, body, Map.of());
    }

    static Answer empty(int status) {
        return new Answer(status, null, Map.of());
    }

    static Answer redirect(String location) {
        return new Answer(302, null, Map.of("Location", location));
    }

    /// An error in the provider's shape.
    static Answer problem(int status, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("message", message);
        body.put("documentation_url", DOCS);
        body.put("status", Integer.toString(status));
        return new Answer(status, body, Map.of());
    }

    Answer with(Map<String, String> more) {
        Map<String, String> all = new java.util.HashMap<>(headers);
        all.putAll(more);
        return new Answer(status, body, Map.copyOf(all));
    }
}
