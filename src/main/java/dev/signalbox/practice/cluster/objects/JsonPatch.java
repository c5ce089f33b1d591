package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// RFC 6902, including `test`. Anything that does not apply is refused as a whole.
final class JsonPatch {

    /// The API server's own limit for one patch.
    private static final int MOST_OPERATIONS = 10_000;

    private JsonPatch() {}

    /// Applies to a copy.
    static JsonNode apply(JsonNode document, JsonNode patch) {
        if (!(patch instanceof ArrayNode operations)) {
            throw Refusal.badRequest("error decoding patch: json: cannot unmarshal object into Go value of type"
                    + " jsonpatch.Patch");
        }
        if (operations.size() > MOST_OPERATIONS) {
            throw Refusal.tooLarge();
        }
        JsonNode result = document.deepCopy();
        for (JsonNode operation : operations) {
            result = step(result, operation);
        }
        return result;
    }

    private static JsonNode step(JsonNode document, JsonNode operation) {
        JsonPointer path = pointer(operation, "path");
        return switch (operation.path("op").asText()) {
            case "test" -> {
                JsonNode wanted = operation.path("value");
                JsonNode found = document.at(path);
                boolean bothAbsent = found.isMissingNode() && (wanted.isNull() || wanted.isMissingNode());
                require(bothAbsent || Fields.same(found, wanted));
                yield document;
            }
            case "add" -> add(document, path, value(operation));
            case "remove" -> remove(document, path);
            case "replace" -> {
                require(!document.at(path).isMissingNode());
                yield path.matches() ? value(operation) : add(remove(document, path), path, value(operation));
            }
            case "move" -> {
                JsonPointer from = pointer(operation, "from");
                JsonNode moved = existing(document, from);
                yield add(remove(document, from), path, moved);
            }
            case "copy" -> add(document, path, existing(document, pointer(operation, "from")).deepCopy());
            default -> throw Refusal.patchDoesNotApply();
        };
    }

    private static JsonNode add(JsonNode document, JsonPointer path, JsonNode value) {
        if (path.matches()) {
            return value;
        }
        JsonNode parent = document.at(path.head());
        String last = path.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else if (parent instanceof ArrayNode array) {
            int index = "-".equals(last) ? array.size() : path.last().getMatchingIndex();
            require(index >= 0 && index <= array.size());
            array.insert(index, value);
        } else {
            throw Refusal.patchDoesNotApply();
        }
        return document;
    }

    private static JsonNode remove(JsonNode document, JsonPointer path) {
        existing(document, path);
        JsonNode parent = document.at(path.head());
        if (parent instanceof ObjectNode object) {
            object.remove(path.last().getMatchingProperty());
        } else if (parent instanceof ArrayNode array) {
            array.remove(path.last().getMatchingIndex());
        }
        return document;
    }

    private static JsonNode existing(JsonNode document, JsonPointer path) {
        JsonNode found = document.at(path);
        require(!path.matches() && !found.isMissingNode());
        return found;
    }

    private static JsonNode value(JsonNode operation) {
        require(operation.has("value"));
        return operation.path("value").deepCopy();
    }

    private static JsonPointer pointer(JsonNode operation, String field) {
        try {
            require(operation.path(field).isTextual());
            return JsonPointer.compile(operation.path(field).asText());
        } catch (IllegalArgumentException malformed) {
            throw Refusal.patchDoesNotApply();
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw Refusal.patchDoesNotApply();
        }
    }
}
