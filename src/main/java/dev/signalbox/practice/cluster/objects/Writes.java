package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// Writes as a client makes them: the rules of the server are applied between what is asked and what is stored.
public final class Writes {

    private final ObjectStore store;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Writes(ObjectStore store, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /// @param manager who is recorded as the writer of every field
    public ObjectNode create(ResourceKind kind, String namespace, ObjectNode wanted, Author author) {
        ObjectNode object = wanted.deepCopy();
        ObjectNode metadata = Fields.child(object, "metadata");
        if (!metadata.path("resourceVersion").asText("").isEmpty()) {
            throw Refusal.badRequest("resourceVersion should not be set on objects to be created");
        }
        if (kind.isNamespaced()) {
            if (!metadata.path("namespace").asText(namespace).equals(namespace)) {
                throw Refusal.badRequest("the namespace of the provided object does not match the namespace sent on the"
                        + " request");
            }
            metadata.put("namespace", namespace);
            store.get(new ObjectKey(ResourceKinds.NAMESPACES, "", namespace));
        }
        if (metadata.path("name").asText("").isEmpty() && metadata.has("generateName")) {
            metadata.put("name", metadata.path("generateName").asText()
                    + String.format(Locale.ROOT, "%05x", random.nextInt(1 << 20)));
        }
        metadata.remove(List.of("uid", "creationTimestamp", "generation", "managedFields"));
        object.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        Defaults.fill(kind, object);
        Validation.check(kind, object);
        ManagedFields.record(Fields.newObject(), object, author.manager(), clock.instant());
        return store.create(kind, object, author.commit());
    }

    public ObjectNode patch(ObjectKey key, PatchKind kind, JsonNode patch, Author author) {
        return change(key, author, current -> kind.apply(current, patch));
    }

    /// Replaces all but what only the server may write.
    public ObjectNode replace(ObjectKey key, ObjectNode wanted, Author author) {
        if (!Fields.name(wanted).equals(key.name())) {
            throw Refusal
                    .badRequest("the name of the object (" + Fields.name(wanted) + ") does not match the name on the"
                            + " URL (" + key.name() + ")");
        }
        if (key.kind().equals(ResourceKinds.LEASES) && Fields.text(wanted, "metadata", "resourceVersion").isEmpty()) {
            throw Refusal.invalid(key.kind(), key.name(), "metadata.resourceVersion", "FieldValueInvalid",
                    "Invalid value: 0x0: must be specified for an update");
        }
        return change(key, author, current -> {
            String uid = Fields.uid(wanted);
            if (!uid.isEmpty() && !uid.equals(Fields.uid(current))) {
                throw Refusal.conflict(key, "Precondition failed: UID in precondition: " + uid
                        + ", UID in object meta: " + Fields.uid(current));
            }
            return wanted.deepCopy();
        });
    }

    /// Changes an object as a client would, from a function instead of a patch.
    public ObjectNode change(ObjectKey key, Author author, UnaryOperator<ObjectNode> edit) {
        return store.update(key, author.commit(), current -> {
            ObjectNode next = edit.apply(current.deepCopy());
            ObjectNode metadata = Fields.child(next, "metadata");
            String sent = metadata.path("resourceVersion").asText("");
            if (!sent.isEmpty() && !sent.equals(Fields.text(current, "metadata", "resourceVersion"))) {
                throw Refusal.modified(key);
            }
            for (String fixed : List.of("uid", "name", "namespace", "creationTimestamp")) {
                keep(key, fixed, current.path("metadata").path(fixed), metadata);
            }
            for (String own : List.of("resourceVersion", "generation", "managedFields",
                    "deletionTimestamp", "deletionGracePeriodSeconds")) {
                restore(metadata, own, current.path("metadata").path(own));
            }
            restore(next, "status", current.path("status"));
            next.put("apiVersion", key.kind().apiVersion()).put("kind", key.kind().kind());
            Defaults.fill(key.kind(), next);
            Validation.check(key.kind(), next);
            Validation.checkUpdate(key.kind(), current, next);
            ManagedFields.record(current, next, author.manager(), clock.instant());
            return next;
        });
    }

    private static void keep(ObjectKey key, String field, JsonNode fixed, ObjectNode metadata) {
        JsonNode sent = metadata.path(field);
        if (!sent.isMissingNode() && !sent.isNull() && !fixed.isMissingNode() && !sent.equals(fixed)) {
            throw Refusal.invalid(key.kind(), key.name(), "metadata." + field, "FieldValueInvalid", "Invalid value: \""
                    + sent.asText() + "\": field is immutable");
        }
        restore(metadata, field, fixed);
    }

    private static void restore(ObjectNode node, String field, JsonNode value) {
        if (value.isMissingNode()) {
            node.remove(field);
        } else {
            node.set(field, value);
        }
    }
}
