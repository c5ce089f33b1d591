package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The ReplicaSets of a Deployment as its history: which one is current, what number each has, which ones are dropped.
final class ReplicaSetRevisions {

    private static final Set<String> NOT_COPIED = Set.of(Annotations.LAST_APPLIED, Annotations.REVISION,
            Annotations.REVISION_HISTORY, Annotations.DESIRED, Annotations.MAXIMUM,
            "deprecated.deployment.rollback.to");

    private final ObjectStore store;

    ReplicaSetRevisions(ObjectStore store) {
        this.store = store;
    }

    /// The oldest ReplicaSet that has the Deployment's template.
    Optional<ObjectNode> current(JsonNode deployment, List<ObjectNode> sets) {
        String hash = Templates.hash(deployment.path("spec").path("template"));
        return sets.stream().filter(set -> hash.equals(Fields.label(set, Annotations.TEMPLATE_HASH))).findFirst();
    }

    /// Gives the current ReplicaSet the Deployment's annotations and, if its template has just come back, a new number.
    void renew(ObjectNode deployment, ObjectNode set, List<ObjectNode> sets, Instant now) {
        int number = highest(sets, Fields.uid(set)) + 1;
        ObjectNode renewed = store.update(ObjectKey.of(ResourceKinds.REPLICA_SETS, set), Commit.STORE, next -> {
            annotate(deployment, next, number);
            int minReady = Fields.number(deployment, 0, "spec", "minReadySeconds");
            if (minReady != Fields.number(next, 0, "spec", "minReadySeconds")) {
                Fields.child(next, "spec").put("minReadySeconds", minReady);
            }
            return next;
        });
        publish(deployment, renewed, "FoundNewReplicaSet", "Found new replica set \"" + Fields.name(set) + "\"", now);
    }

    /// Makes the ReplicaSet of a template that was never seen before.
    ObjectNode create(ObjectNode deployment, List<ObjectNode> sets, Instant now) {
        ObjectNode set = draft(deployment, deployment.path("spec").path("template"));
        annotate(deployment, set, highest(sets, "") + 1);
        Fields.child(set, "spec").put("replicas", 0);
        ObjectNode created = store.create(ResourceKinds.REPLICA_SETS, set, Commit.STORE);
        publish(deployment, created, "NewReplicaSetCreated",
                "Created new replica set \"" + Fields.name(created) + "\"", now);
        return created;
    }

    /// A ReplicaSet for a template of that Deployment, not stored yet.
    static ObjectNode draft(ObjectNode deployment, JsonNode template) {
        String hash = Templates.hash(template);
        ObjectNode set = Fields.newObject();
        set.put("apiVersion", "apps/v1").put("kind", "ReplicaSet");
        ObjectNode metadata = Fields.child(set, "metadata");
        metadata.put("name", Fields.name(deployment) + "-" + hash).put("namespace", Fields.namespace(deployment));
        ObjectNode spec = Fields.child(set, "spec");
        spec.set("template", Templates.withoutHash(template));
        Fields.child(spec, "template", "metadata", "labels").put(Annotations.TEMPLATE_HASH, hash);
        metadata.set("labels", spec.path("template").path("metadata").path("labels").deepCopy());
        spec.set("selector", deployment.path("spec").path("selector").deepCopy());
        Fields.child(spec, "selector", "matchLabels").put(Annotations.TEMPLATE_HASH, hash);
        int minReady = Fields.number(deployment, 0, "spec", "minReadySeconds");
        if (minReady > 0) {
            spec.put("minReadySeconds", minReady);
        }
        Owners.own(deployment, set);
        return set;
    }

    /// Drops the oldest empty ReplicaSets beyond the limit.
    void prune(ObjectNode deployment, Optional<ObjectNode> newest, List<ObjectNode> sets) {
        int limit = Fields.number(deployment, 10, "spec", "revisionHistoryLimit");
        List<ObjectNode> old = sets.stream()
                .filter(set -> newest.isEmpty() || !Fields.uid(set).equals(Fields.uid(newest.get())))
                .filter(set -> Fields.number(set, 0, "spec", "replicas") == 0
                        && Fields.number(set, 0, "status", "replicas") == 0)
                .toList();
        for (ObjectNode set : old.subList(0, Math.max(0, old.size() - limit))) {
            store.delete(ObjectKey.of(ResourceKinds.REPLICA_SETS, set), Commit.STORE, same -> {});
        }
    }

    private static void annotate(ObjectNode deployment, ObjectNode set, int number) {
        ObjectNode annotations = Fields.child(set, "metadata", "annotations");
        deployment.path("metadata").path("annotations").properties().forEach(annotation -> {
            if (!NOT_COPIED.contains(annotation.getKey())) {
                annotations.set(annotation.getKey(), annotation.getValue());
            }
        });
        int before = annotations.path(Annotations.REVISION).asInt(0);
        if (before >= number) {
            return;
        }
        if (before > 0) {
            String history = annotations.path(Annotations.REVISION_HISTORY).asText("");
            annotations.put(Annotations.REVISION_HISTORY, history.isEmpty() ? "" + before : history + "," + before);
        }
        annotations.put(Annotations.REVISION, Integer.toString(number));
    }

    private void publish(ObjectNode deployment, ObjectNode set, String reason, String message, Instant now) {
        store.update(ObjectKey.of(ResourceKinds.DEPLOYMENTS, deployment), Commit.STORE, next -> {
            Fields.child(next, "metadata", "annotations").put(Annotations.REVISION,
                    Fields.annotation(set, Annotations.REVISION));
            boolean created = reason.startsWith("New");
            if (created || Conditions.reason(next.path("status"), "Progressing").isEmpty()) {
                Conditions.renew(Fields.child(next, "status"), "Progressing", "True", reason, message, now);
            }
            return next;
        });
    }

    /// The highest revision of the ReplicaSets except one.
    private static int highest(List<ObjectNode> sets, String exceptUid) {
        return sets.stream()
                .filter(set -> !Fields.uid(set).equals(exceptUid))
                .mapToInt(set -> Fields.at(set, "metadata", "annotations", Annotations.REVISION).asInt(0))
                .max()
                .orElse(0);
    }
}
