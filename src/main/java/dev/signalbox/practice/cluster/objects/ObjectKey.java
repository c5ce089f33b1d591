package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

/// Where an object is kept.
///
/// @param namespace empty for objects of the whole cluster
public record ObjectKey(ResourceKind kind, String namespace, String name) implements Comparable<ObjectKey> {

    private static final Comparator<ObjectKey> ORDER = Comparator.comparing((ObjectKey key) -> key.kind().qualified())
            .thenComparing(ObjectKey::namespace)
            .thenComparing(ObjectKey::name);

    /// The key under which an object of that kind is kept.
    public static ObjectKey of(ResourceKind kind, JsonNode object) {
        return new ObjectKey(kind, kind.isNamespaced() ? Fields.namespace(object) : "", Fields.name(object));
    }

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }
}
