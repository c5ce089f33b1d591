package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.OptionalLong;

/// Pods go gracefully: first they are marked, then they go away.
public final class Deletions {

    private Deletions() {}

    /// Marks a pod as going, with the time that its spec grants; its life ends it. A pod that is already going stays as
    /// it is.
    public static ObjectNode terminate(ObjectStore store, ObjectKey pod, Instant now) {
        return terminate(store, pod, now, OptionalLong.empty(), Commit.STORE);
    }

    /// Lets go of everything that an object owns, so that it stays when the owner is deleted.
    public static void orphan(ObjectStore store, ObjectNode owner) {
        String uid = Fields.uid(owner);
        for (ResourceKind kind : ResourceKinds.ALL) {
            for (ObjectNode object : store.list(kind, Fields.namespace(owner)).items()) {
                boolean owned = object.path("metadata").path("ownerReferences").valueStream()
                        .anyMatch(reference -> Fields.text(reference, "uid").equals(uid));
                if (owned) {
                    store.update(ObjectKey.of(kind, object), Commit.STORE, next -> {
                        if (next.path("metadata").path("ownerReferences") instanceof ArrayNode references) {
                            references.removeIf(reference -> Fields.text(reference, "uid").equals(uid));
                        }
                        return next;
                    });
                }
            }
        }
    }

    /// @param asked how many seconds the pod may take; it can only shorten what was granted before
    public static ObjectNode terminate(ObjectStore store, ObjectKey pod, Instant now, OptionalLong asked,
            Commit commit) {
        return store.update(pod, commit, object -> {
            ObjectNode metadata = Fields.child(object, "metadata");
            long granted = Fields.number(object, 30, "spec", "terminationGracePeriodSeconds");
            long grace = asked.orElse(granted);
            boolean shorter = grace < metadata.path("deletionGracePeriodSeconds").asLong(granted);
            if (!Fields.isDeleting(object) || asked.isPresent() && shorter) {
                metadata.put("deletionTimestamp", Fields.time(now.plusSeconds(grace)))
                        .put("deletionGracePeriodSeconds", grace);
            }
            return object;
        });
    }
}
