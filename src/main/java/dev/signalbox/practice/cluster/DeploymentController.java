package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Moves each Deployment one step towards its template, the way kube-controller-manager does: one ReplicaSet per
/// template, re-used when a template comes back, with the next revision number.
final class DeploymentController {

    static final String COMPONENT = "deployment-controller";
    static final Comparator<ObjectNode> OLDEST_FIRST = Comparator
            .comparing((ObjectNode object) -> Fields.time(object, "metadata", "creationTimestamp"))
            .thenComparing(Fields::name);

    private final ObjectStore store;
    private final ReplicaSetRevisions revisions;
    private final ReplicaSetScaling scaling;

    DeploymentController(ObjectStore store, EventLog events) {
        this.store = store;
        this.revisions = new ReplicaSetRevisions(store);
        this.scaling = new ReplicaSetScaling(store, events);
    }

    void tick(Instant now) {
        Map<String, List<ObjectNode>> owned = Owners.index(store, ResourceKinds.REPLICA_SETS);
        Reconciling.each(store.list(ResourceKinds.DEPLOYMENTS, ""), deployment -> {
            List<ObjectNode> sets = new ArrayList<>(owned.getOrDefault(Fields.uid(deployment), List.of()));
            sets.sort(OLDEST_FIRST);
            reconcile(deployment, sets, now);
        });
    }

    private void reconcile(ObjectNode deployment, List<ObjectNode> sets, Instant now) {
        ObjectKey key = ObjectKey.of(ResourceKinds.DEPLOYMENTS, deployment);
        boolean paused = deployment.path("spec").path("paused").asBoolean();
        store.update(key, Commit.STORE, next -> {
            DeploymentStatus.markPause(next, now);
            return next;
        });
        Optional<ObjectNode> current = revisions.current(deployment, sets);
        current.ifPresent(set -> revisions.renew(deployment, set, sets, now));
        if (current.isEmpty() && !paused) {
            current = Optional.of(revisions.create(deployment, sets, now));
            sets.add(current.get());
        }
        sets.replaceAll(set -> store.get(ObjectKey.of(ResourceKinds.REPLICA_SETS, set)));
        Optional<ObjectNode> newest = revisions.current(deployment, sets);
        if (paused || scaling.isResize(deployment, sets)) {
            scaling.resize(deployment, newest, sets);
        } else {
            newest.ifPresent(set -> scaling.roll(deployment, set, sets));
        }
        List<ObjectNode> after = sets.stream()
                .map(set -> store.get(ObjectKey.of(ResourceKinds.REPLICA_SETS, set)))
                .toList();
        store.update(key, Commit.STORE, next -> {
            DeploymentStatus.write(next, revisions.current(next, after), after, now);
            return next;
        });
        if (paused || DeploymentStatus.isComplete(store.get(key))) {
            revisions.prune(deployment, newest, after);
        }
    }
}
