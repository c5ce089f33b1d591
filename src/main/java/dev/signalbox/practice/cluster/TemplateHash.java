package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/// A number for a pod template, whatever the order of its fields (FNV-1a). Controllers ask for it in each step, so it
/// makes no copies. The label that only ReplicaSets' templates carry does not count, nor does a time of creation.
final class TemplateHash {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long hash = BASIS;

    long of(JsonNode template) {
        feed(template, Place.TEMPLATE);
        // FNV's high bits move little for short differences; the name is made of all of them.
        return hash ^ hash >>> 29;
    }

    private void feed(JsonNode node, Place place) {
        if (node.isObject()) {
            String[] names = new String[node.size()];
            int count = 0;
            for (var field : node.properties()) {
                if (!place.leavesOut(field.getKey())) {
                    names[count++] = field.getKey();
                }
            }
            Arrays.sort(names, 0, count);
            feed("{");
            for (int index = 0; index < count; index++) {
                feed(names[index]);
                feed("=");
                feed(node.path(names[index]), place.inside(names[index]));
                feed(",");
            }
            feed("}");
        } else if (node.isArray()) {
            feed("[");
            node.forEach(element -> {
                feed(element, Place.ELSEWHERE);
                feed(",");
            });
            feed("]");
        } else {
            feed(node.isTextual() ? "\"" : "");
            feed(node.asText());
        }
    }

    private void feed(String text) {
        for (int index = 0; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * PRIME;
        }
    }

    /// Where in a template.
    private enum Place {
        TEMPLATE,
        METADATA,
        LABELS,
        ELSEWHERE;

        Place inside(String field) {
            return this == TEMPLATE && field.equals("metadata")
                    ? METADATA
                    : this == METADATA && field.equals("labels") ? LABELS : ELSEWHERE;
        }

        boolean leavesOut(String field) {
            return this == METADATA && field.equals("creationTimestamp")
                    || this == LABELS && field.equals(Annotations.TEMPLATE_HASH);
        }
    }
}
