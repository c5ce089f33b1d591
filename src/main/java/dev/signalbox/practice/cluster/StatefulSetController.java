package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Deletions;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Keeps the numbered pods of each StatefulSet: made from the first to the last, replaced from the last to the first, one
/// at a time. A pod that does not get ready blocks everything after it, also after a rollback, as in Kubernetes.
final class StatefulSetController {

    private static final String COMPONENT = "statefulset-controller";

    private final ObjectStore store;
    private final PodFactory pods;
    private final EventLog events;
    private final TemplateRevisions revisions;

    StatefulSetController(ObjectStore store, PodFactory pods, EventLog events) {
        this.store = store;
        this.pods = pods;
        this.events = events;
        this.revisions = new TemplateRevisions(store);
    }

    void tick(Instant now) {
        Map<String, List<ObjectNode>> ownedPods = Owners.index(store, ResourceKinds.PODS);
        Map<String, List<ObjectNode>> ownedRevisions = Owners.index(store, ResourceKinds.CONTROLLER_REVISIONS);
        Reconciling.each(store.list(ResourceKinds.STATEFUL_SETS, ""), set -> {
            List<ObjectNode> known = ownedRevisions.getOrDefault(Fields.uid(set), List.of());
            TreeMap<Integer, ObjectNode> byOrdinal = new TreeMap<>();
            ownedPods.getOrDefault(Fields.uid(set), List.of()).forEach(pod -> byOrdinal.put(ordinal(pod), pod));
            ObjectNode update = revisions.current(set, known);
            step(set, byOrdinal, update, known, now);
            count(set, byOrdinal, update, now);
            Set<String> used =
                    new HashSet<>(List.of(Fields.name(update), Fields.text(set, "status", "currentRevision")));
            byOrdinal.values().forEach(pod -> used.add(Fields.label(pod, Annotations.REVISION_HASH)));
            revisions.prune(set, known, used);
        });
    }

    private void step(ObjectNode set, TreeMap<Integer, ObjectNode> byOrdinal, ObjectNode update,
            List<ObjectNode> known, Instant now) {
        int wanted = Fields.number(set, 1, "spec", "replicas");
        int partition = Fields.number(set, 0, "spec", "updateStrategy", "rollingUpdate", "partition");
        boolean ordered = !"Parallel".equals(Fields.text(set, "spec", "podManagementPolicy"));
        for (int ordinal = 0; ordinal < wanted; ordinal++) {
            ObjectNode pod = byOrdinal.get(ordinal);
            if (pod == null) {
                create(set, ordinal, ordinal < partition ? previous(set, update, known) : update);
            }
            if (ordered && (pod == null || !isHealthy(pod))) {
                return;
            }
        }
        for (Map.Entry<Integer, ObjectNode> surplus : byOrdinal.tailMap(wanted, true).descendingMap().entrySet()) {
            remove(set, surplus.getValue(), now);
            if (ordered) {
                return;
            }
        }
        if (!"RollingUpdate".equals(Fields.text(set, "spec", "updateStrategy", "type"))) {
            return;
        }
        for (int ordinal = wanted - 1; ordinal >= partition; ordinal--) {
            ObjectNode pod = byOrdinal.get(ordinal);
            if (pod == null || !isHealthy(pod) && isOf(pod, update)) {
                return;
            }
            if (!isOf(pod, update)) {
                remove(set, pod, now);
                return;
            }
        }
    }

    private void create(ObjectNode set, int ordinal, ObjectNode revision) {
        ObjectNode template = TemplateRevisions.template(revision);
        Fields.child(template, "metadata", "labels").put(Annotations.REVISION_HASH, Fields.name(revision));
        String name = Fields.name(set) + "-" + ordinal;
        pods.createNamed(set, template, name, ordinal);
        events.normal(set, COMPONENT, "SuccessfulCreate", "create Pod " + name + " in StatefulSet " + Fields.name(set)
                + " successful");
    }

    private void remove(ObjectNode set, ObjectNode pod, Instant now) {
        if (Fields.isDeleting(pod)) {
            return;
        }
        Deletions.terminate(store, PodFactory.key(pod), now);
        events.normal(set, COMPONENT, "SuccessfulDelete", "delete Pod " + Fields.name(pod) + " in StatefulSet "
                + Fields.name(set) + " successful");
    }

    /// What pods below the partition keep: the revision that was rolled out last.
    private static ObjectNode previous(ObjectNode set, ObjectNode update, List<ObjectNode> known) {
        String name = Fields.text(set, "status", "currentRevision");
        return known.stream().filter(revision -> Fields.name(revision).equals(name)).findFirst().orElse(update);
    }

    private void count(ObjectNode set, TreeMap<Integer, ObjectNode> byOrdinal, ObjectNode update, Instant now) {
        List<ObjectNode> all = List.copyOf(byOrdinal.values());
        PodReadiness counted = PodReadiness.of(all, Fields.number(set, 0, "spec", "minReadySeconds"), now);
        store.update(ObjectKey.of(ResourceKinds.STATEFUL_SETS, set), Commit.STORE, next -> {
            ObjectNode status = Fields.child(next, "status");
            String newest = Fields.name(update);
            String current = Fields.text(status, "currentRevision");
            int wanted = Fields.number(next, 1, "spec", "replicas");
            int updated = of(all, newest);
            boolean complete = current.isEmpty() || updated == wanted && counted.ready() == wanted;
            String running = complete ? newest : current;
            status.put("observedGeneration", next.path("metadata").path("generation").asLong());
            status.put("replicas", counted.active() + counted.terminating());
            Counts.put(status, "readyReplicas", counted.ready());
            status.put("availableReplicas", counted.available());
            Counts.put(status, "updatedReplicas", updated);
            Counts.put(status, "currentReplicas", of(all, running));
            status.put("currentRevision", running).put("updateRevision", newest).put("collisionCount", 0);
            return next;
        });
    }

    private static int of(List<ObjectNode> pods, String revision) {
        return (int) pods.stream()
                .filter(pod -> !Fields.isDeleting(pod) && revision.equals(Fields.label(pod, Annotations.REVISION_HASH)))
                .count();
    }

    private static boolean isOf(ObjectNode pod, ObjectNode revision) {
        return Fields.name(revision).equals(Fields.label(pod, Annotations.REVISION_HASH));
    }

    private static boolean isHealthy(ObjectNode pod) {
        return PodReadiness.isReady(pod) && !Fields.isDeleting(pod);
    }

    private static int ordinal(ObjectNode pod) {
        String name = Fields.name(pod);
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }
}
