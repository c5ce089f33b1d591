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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Keeps one pod of each DaemonSet on every node and replaces them, `maxUnavailable` nodes at a time.
final class DaemonSetController {

    private static final String COMPONENT = "daemonset-controller";

    private final ObjectStore store;
    private final PodFactory pods;
    private final EventLog events;
    private final Nodes nodes;
    private final TemplateRevisions revisions;

    DaemonSetController(ObjectStore store, PodFactory pods, EventLog events, Nodes nodes) {
        this.store = store;
        this.pods = pods;
        this.events = events;
        this.nodes = nodes;
        this.revisions = new TemplateRevisions(store);
    }

    void tick(Instant now) {
        Map<String, List<ObjectNode>> ownedPods = Owners.index(store, ResourceKinds.PODS);
        Map<String, List<ObjectNode>> ownedRevisions = Owners.index(store, ResourceKinds.CONTROLLER_REVISIONS);
        Reconciling.each(store.list(ResourceKinds.DAEMON_SETS, ""), set -> {
            List<ObjectNode> known = ownedRevisions.getOrDefault(Fields.uid(set), List.of());
            List<ObjectNode> mine = ownedPods.getOrDefault(Fields.uid(set), List.of());
            ObjectNode newest = revisions.current(set, known);
            String hash = Fields.label(newest, Annotations.REVISION_HASH);
            fill(set, mine, newest, hash);
            replace(set, mine, hash, now);
            count(set, mine, hash, now);
            Set<String> used = new HashSet<>(Set.of(Fields.name(newest)));
            mine.forEach(pod -> used.add(Fields.name(set) + "-" + Fields.label(pod, Annotations.REVISION_HASH)));
            revisions.prune(set, known, used);
        });
    }

    private void fill(ObjectNode set, List<ObjectNode> mine, ObjectNode revision, String hash) {
        Set<String> served = mine.stream()
                .map(pod -> Fields.text(pod, "spec", "nodeName"))
                .collect(Collectors.toSet());
        for (String node : nodes.names()) {
            if (!served.contains(node)) {
                ObjectNode template = TemplateRevisions.template(revision);
                Fields.child(template, "metadata", "labels").put(Annotations.REVISION_HASH, hash);
                ObjectNode pod = pods.create(set, template, node);
                events.normal(set, COMPONENT, "SuccessfulCreate", "Created pod: " + Fields.name(pod));
            }
        }
    }

    private void replace(ObjectNode set, List<ObjectNode> mine, String hash, Instant now) {
        if (!"RollingUpdate".equals(Fields.text(set, "spec", "updateStrategy", "type"))) {
            return;
        }
        int wanted = nodes.names().size();
        int most = Math.max(1, Counts.share(
                set.path("spec").path("updateStrategy").path("rollingUpdate").path("maxUnavailable"), wanted,
                Counts.Rounding.UP));
        int unavailable = wanted - PodReadiness.of(mine, minReadySeconds(set), now).available();
        List<ObjectNode> outdated = mine.stream()
                .filter(pod -> !Fields.isDeleting(pod) && !hash.equals(Fields.label(pod, Annotations.REVISION_HASH)))
                .sorted(Comparator.comparing((ObjectNode pod) -> PodReadiness.isReady(pod)).thenComparing(Fields::name))
                .toList();
        for (ObjectNode pod : outdated) {
            boolean costs = PodReadiness.isAvailable(pod, minReadySeconds(set), now);
            if (costs && unavailable >= most) {
                return;
            }
            unavailable += costs ? 1 : 0;
            Deletions.terminate(store, PodFactory.key(pod), now);
            events.normal(set, COMPONENT, "SuccessfulDelete", "Deleted pod: " + Fields.name(pod));
        }
    }

    private void count(ObjectNode set, List<ObjectNode> mine, String hash, Instant now) {
        PodReadiness counted = PodReadiness.of(mine, minReadySeconds(set), now);
        int updated = (int) mine.stream()
                .filter(pod -> !Fields.isDeleting(pod) && hash.equals(Fields.label(pod, Annotations.REVISION_HASH)))
                .count();
        int wanted = nodes.names().size();
        store.update(ObjectKey.of(ResourceKinds.DAEMON_SETS, set), Commit.STORE, next -> {
            ObjectNode status = Fields.child(next, "status");
            status.put("observedGeneration", next.path("metadata").path("generation").asLong());
            status.put("desiredNumberScheduled", wanted).put("currentNumberScheduled", mine.size());
            status.put("numberMisscheduled", 0).put("numberReady", counted.ready());
            Counts.put(status, "updatedNumberScheduled", updated);
            Counts.put(status, "numberAvailable", counted.available());
            Counts.put(status, "numberUnavailable", wanted - counted.available());
            return next;
        });
    }

    private static int minReadySeconds(ObjectNode set) {
        return Fields.number(set, 0, "spec", "minReadySeconds");
    }
}
