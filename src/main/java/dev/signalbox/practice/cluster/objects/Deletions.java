package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// Pods go gracefully: first they are marked, then they go away.
public final class Deletions {

    private Deletions() {}

    /// Marks a pod as going; its life ends it. A pod that is already going stays as it is.
    public static ObjectNode terminate(ObjectStore store, ObjectKey pod, Instant now) {
        return store.update(pod, Commit.STORE, object -> {
            if (!Fields.isDeleting(object)) {
                int grace = Fields.number(object, 30, "spec", "terminationGracePeriodSeconds");
                Fields.child(object, "metadata").put("deletionTimestamp", Fields.time(now.plusSeconds(grace)))
                        .put("deletionGracePeriodSeconds", grace);
            }
            return object;
        });
    }
}
