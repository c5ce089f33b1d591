package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Pod templates and the short name of each: the same template has the same name.
final class Templates {

    /// Kubernetes' own alphabet for generated names: no vowels, nothing that looks like a word.
    private static final String SAFE = "bcdfghjklmnpqrstvwxz2456789";
    private static final int HASH_LENGTH = 10;

    private Templates() {}

    /// A copy without the label that only ReplicaSets' templates carry.
    static ObjectNode withoutHash(JsonNode template) {
        ObjectNode copy = template.deepCopy();
        if (copy.path("metadata").path("labels") instanceof ObjectNode labels) {
            labels.remove(Annotations.TEMPLATE_HASH);
        }
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("creationTimestamp");
        }
        return copy;
    }

    static String hash(JsonNode template) {
        return name(new TemplateHash().of(template), HASH_LENGTH);
    }

    /// A short name from a number, in the alphabet of generated names.
    static String name(long number, int length) {
        StringBuilder name = new StringBuilder();
        long rest = number;
        for (int index = 0; index < length; index++) {
            name.append(SAFE.charAt((int) Long.remainderUnsigned(rest, SAFE.length())));
            rest = Long.divideUnsigned(rest, SAFE.length());
        }
        return name.toString();
    }
}
