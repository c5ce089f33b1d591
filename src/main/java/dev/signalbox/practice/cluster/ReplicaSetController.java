package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Deletions;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Keeps as many pods of each ReplicaSet as its spec says, and counts them.
final class ReplicaSetController {

    private static final String COMPONENT = "replicaset-controller";
    private static final Comparator<ObjectNode> FIRST_TO_GO = Comparator
            .comparing((ObjectNode pod) -> PodReadiness.isReady(pod))
            .thenComparing(DeploymentController.OLDEST_FIRST.reversed());

    private final ObjectStore store;
    private final PodFactory pods;
    private final EventLog events;
    private final Behaviours behaviours;

    ReplicaSetController(ObjectStore store, PodFactory pods, EventLog events, Behaviours behaviours) {
        this.store = store;
        this.pods = pods;
        this.events = events;
        this.behaviours = behaviours;
    }

    void tick(Instant now) {
        Map<String, List<ObjectNode>> owned = Owners.index(store, ResourceKinds.PODS);
        Reconciling.each(store.list(ResourceKinds.REPLICA_SETS, ""),
                set -> reconcile(set, owned.getOrDefault(Fields.uid(set), List.of()), now));
    }

    private void reconcile(ObjectNode set, List<ObjectNode> mine, Instant now) {
        List<ObjectNode> active = mine.stream().filter(pod -> !Fields.isDeleting(pod)).sorted(FIRST_TO_GO).toList();
        int wanted = Fields.number(set, 0, "spec", "replicas");
        boolean refused = wanted > active.size()
                && behaviours.ofPod(set.path("spec").path("template").path("spec")) == PodBehaviour.QUOTA_EXCEEDED;
        if (!refused) {
            for (int missing = active.size(); missing < wanted; missing++) {
                ObjectNode pod = pods.create(set, set.path("spec").path("template"), "");
                events.normal(set, COMPONENT, "SuccessfulCreate", "Created pod: " + Fields.name(pod));
            }
        }
        for (int surplus = 0; surplus < active.size() - wanted; surplus++) {
            Deletions.terminate(store, PodFactory.key(active.get(surplus)), now);
            events.normal(set, COMPONENT, "SuccessfulDelete", "Deleted pod: " + Fields.name(active.get(surplus)));
        }
        boolean idle = mine.isEmpty() && wanted == 0 && Fields.number(set, 0, "status", "replicas") == 0
                && !set.path("status").has("terminatingReplicas") && Fields.number(set, -1, "status",
                        "observedGeneration") == Fields.number(set, 0, "metadata", "generation");
        if (!idle) {
            count(set, mine, refused, now);
        }
    }

    private void count(ObjectNode set, List<ObjectNode> mine, boolean refused, Instant now) {
        PodReadiness counted = PodReadiness.of(mine, Fields.number(set, 0, "spec", "minReadySeconds"), now);
        String quota = "pods \"" + Fields.name(set) + "-x7k2p\" is forbidden: exceeded quota: compute-resources,"
                + " requested: limits.memory=512Mi, used: limits.memory=8Gi, limited: limits.memory=8Gi";
        boolean news = refused && Conditions.reason(set.path("status"), "ReplicaFailure").isEmpty();
        store.update(ObjectKey.of(ResourceKinds.REPLICA_SETS, set), Commit.STORE, next -> {
            ObjectNode status = Fields.child(next, "status");
            status.put("replicas", counted.active()).put("observedGeneration",
                    next.path("metadata").path("generation").asLong());
            Counts.put(status, "fullyLabeledReplicas", counted.active());
            Counts.put(status, "readyReplicas", counted.ready());
            Counts.put(status, "availableReplicas", counted.available());
            Counts.put(status, "terminatingReplicas", counted.terminating());
            if (refused) {
                Conditions.set(status, "ReplicaFailure", "True", "FailedCreate", quota, now);
            } else {
                Conditions.remove(status, "ReplicaFailure");
            }
            return next;
        });
        if (news) {
            events.warning(set, COMPONENT, "FailedCreate", "Error creating: " + quota);
        }
    }
}
