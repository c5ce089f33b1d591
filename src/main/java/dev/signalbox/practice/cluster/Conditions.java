package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import java.time.Instant;

/// The conditions of a status, with the two times that Kubernetes keeps: of the last write and of the last turn.
final class Conditions {

    private Conditions() {}

    /// The condition, or an empty object.
    static JsonNode find(JsonNode status, String type) {
        for (JsonNode condition : status.path("conditions")) {
            if (type.equals(condition.path("type").asText())) {
                return condition;
            }
        }
        return Fields.newObject();
    }

    static String reason(JsonNode status, String type) {
        return find(status, type).path("reason").asText("");
    }

    /// Sets a condition unless it already says the same.
    static void set(ObjectNode status, String type, String value, String reason, String message, Instant now) {
        JsonNode current = find(status, type);
        boolean same = value.equals(current.path("status").asText()) && reason.equals(current.path("reason").asText());
        if (!same) {
            renew(status, type, value, reason, message, now);
        }
    }

    /// Sets a condition and its time of writing, even if it said the same before.
    static void renew(ObjectNode status, String type, String value, String reason, String message, Instant now) {
        JsonNode current = find(status, type);
        boolean turned = !value.equals(current.path("status").asText());
        String since = turned ? Fields.time(now) : current.path("lastTransitionTime").asText();
        remove(status, type);
        ArrayNode all = status.path("conditions") instanceof ArrayNode list ? list : status.putArray("conditions");
        ObjectNode condition = all.addObject().put("type", type).put("status", value);
        condition.put("lastUpdateTime", Fields.time(now)).put("lastTransitionTime", since);
        if (!reason.isEmpty()) {
            condition.put("reason", reason).put("message", message);
        }
    }

    static void remove(ObjectNode status, String type) {
        if (status.path("conditions") instanceof ArrayNode list) {
            list.removeIf(condition -> type.equals(condition.path("type").asText()));
        }
    }
}
