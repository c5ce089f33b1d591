package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Deletions;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Removes what belonged to an object that is gone, as the garbage collector does.
final class Orphans {

    private static final List<ResourceKind> OWNERS = List.of(ResourceKinds.DEPLOYMENTS, ResourceKinds.REPLICA_SETS,
            ResourceKinds.STATEFUL_SETS, ResourceKinds.DAEMON_SETS);
    private static final List<ResourceKind> OWNED = List.of(ResourceKinds.REPLICA_SETS,
            ResourceKinds.CONTROLLER_REVISIONS, ResourceKinds.PODS);

    private final ObjectStore store;

    Orphans(ObjectStore store) {
        this.store = store;
    }

    void remove(Instant now) {
        for (ResourceKind kind : OWNED) {
            // Read before the owners: an owner that appears later cannot make a child look like an orphan.
            var children = store.list(kind, "");
            Set<String> owners = new HashSet<>();
            OWNERS.forEach(owner -> store.list(owner, "").items().forEach(object -> owners.add(Fields.uid(object))));
            Reconciling.each(children, child -> {
                String owner = Owners.controller(child);
                if (!owner.isEmpty() && !owners.contains(owner)) {
                    remove(kind, child, now);
                }
            });
        }
    }

    private void remove(ResourceKind kind, ObjectNode child, Instant now) {
        ObjectKey key = ObjectKey.of(kind, child);
        if (kind.equals(ResourceKinds.PODS)) {
            Deletions.terminate(store, key, now);
        } else {
            store.delete(key, Commit.STORE, same -> {});
        }
    }
}
