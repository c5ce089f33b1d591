package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who controls whom.
final class Owners {

    private Owners() {}

    /// The uid of the controlling owner, or empty.
    static String controller(JsonNode object) {
        for (JsonNode reference : object.path("metadata").path("ownerReferences")) {
            if (reference.path("controller").asBoolean()) {
                return reference.path("uid").asText();
            }
        }
        return "";
    }

    /// Makes `owner` the controller of an object that is about to be created.
    static void own(ObjectNode owner, ObjectNode owned) {
        ObjectNode reference = Fields.child(owned, "metadata").putArray("ownerReferences").addObject();
        reference.put("apiVersion", owner.path("apiVersion").asText()).put("kind", owner.path("kind").asText());
        reference.put("name", Fields.name(owner)).put("uid", Fields.uid(owner));
        reference.put("controller", true).put("blockOwnerDeletion", true);
    }

    /// All objects of a kind, by the uid of what controls them.
    static Map<String, List<ObjectNode>> index(ObjectStore store, ResourceKind kind) {
        Map<String, List<ObjectNode>> index = new HashMap<>();
        for (ObjectNode object : store.list(kind, "").items()) {
            index.computeIfAbsent(controller(object), uid -> new ArrayList<>()).add(object);
        }
        return index;
    }
}
