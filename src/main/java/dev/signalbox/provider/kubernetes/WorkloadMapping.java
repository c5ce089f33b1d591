package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.Condition;
import dev.signalbox.domain.cluster.Pod;
import dev.signalbox.domain.cluster.Replicas;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.provider.kubernetes.RevisionMapping.OwnedRevision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Trims a raw workload to what is shown, and puts it together with its revisions and pods.
final class WorkloadMapping {

    private static final int MOST_LABELS = 50;

    private WorkloadMapping() {}

    /// A workload without revisions and pods, and what tells its current revision.
    ///
    /// @param digest of its template
    /// @param revision what its status or annotation names as the newest revision: a number or a name, possibly empty
    record Body(Workload workload, String digest, String revision) implements Trimmed {

        @Override
        public String uid() {
            return workload.uid();
        }
    }

    static Body body(ConnectionId cluster, WorkloadKind kind, JsonNode raw) {
        JsonNode template = Tree.at(raw, "spec", "template");
        JsonNode strategy = Tree.at(raw, "spec", "updateStrategy");
        WorkloadKey key = new WorkloadKey(
                cluster, Tree.text(raw, "metadata", "namespace"), kind, Tree.text(raw, "metadata", "name"));
        Workload workload = new Workload(
                key,
                Tree.text(raw, "metadata", "uid"),
                Tree.longNumber(raw, "metadata", "generation"),
                Tree.longNumber(raw, "status", "observedGeneration"),
                kind == WorkloadKind.DAEMON_SET ? daemons(raw) : replicas(raw),
                Tree.at(raw, "spec", "paused").asBoolean(false),
                Tree.number(strategy, 0, "rollingUpdate", "partition"),
                Tree.text(strategy, "type").equals("OnDelete"),
                Templates.containers(template),
                labels(raw),
                Annotations.ofObject(raw),
                Annotations.ofTemplate(template),
                conditions(raw),
                List.of(),
                List.of(),
                Owners.of(raw),
                Owners.lastChange(raw),
                Tree.time(raw, "metadata", "creationTimestamp"));
        String revision = kind == WorkloadKind.DEPLOYMENT
                ? Tree.text(raw, "metadata", "annotations", Annotations.REVISION)
                : Tree.text(raw, "status", "updateRevision");
        return new Body(workload, Templates.digest(template), revision);
    }

    static Workload assemble(Body body, Collection<OwnedRevision> revisions, Collection<Pod> pods) {
        Workload w = body.workload();
        Optional<OwnedRevision> current = current(body, revisions);
        List<Revision> history = revisions.stream()
                .map(r -> r.asCurrent(current.isPresent() && current.get().revision().uid().equals(r.revision().uid())))
                .map(OwnedRevision::revision)
                .sorted(Comparator.comparingLong(Revision::number).reversed().thenComparing(Revision::name))
                .toList();
        List<Pod> sorted = pods.stream().sorted(Comparator.comparing(Pod::name)).toList();
        return new Workload(
                w.key(), w.uid(), w.generation(), w.observed(), w.replicas(), w.paused(), w.partition(), w.onDelete(),
                w.containers(), w.labels(), w.annotations(), w.templateAnnotations(), w.conditions(), history, sorted,
                w.owner(), w.lastChange(), w.createdAt());
    }

    /// The revision whose template is the workload's; the oldest if there are two, as the controller does. Servers that
    /// learned new defaults since store equal templates differently: then the number or name that the controller wrote
    /// decides, once it has seen the newest spec.
    private static Optional<OwnedRevision> current(Body body, Collection<OwnedRevision> revisions) {
        Optional<OwnedRevision> equal = revisions.stream()
                .filter(r -> r.digest().equals(body.digest()))
                .min(Comparator.comparing(r -> String.valueOf(r.revision().createdAt())));
        if (equal.isPresent() || body.workload().generation() > body.workload().observed()) {
            return equal;
        }
        return switch (body.workload().key().kind()) {
            case DEPLOYMENT -> revisions.stream()
                    .filter(r -> String.valueOf(r.revision().number()).equals(body.revision()))
                    .findFirst();
            case STATEFUL_SET -> revisions.stream()
                    .filter(r -> r.revision().name().equals(body.revision()))
                    .findFirst();
            case DAEMON_SET -> revisions.stream()
                    .max(Comparator.comparingLong(r -> r.revision().number()));
        };
    }

    private static Replicas replicas(JsonNode raw) {
        JsonNode status = raw.path("status");
        return new Replicas(
                Tree.number(raw, 1, "spec", "replicas"),
                Tree.number(status, 0, "replicas"),
                Tree.number(status, 0, "updatedReplicas"),
                Tree.number(status, 0, "readyReplicas"),
                Tree.number(status, 0, "availableReplicas"),
                Tree.number(status, 0, "terminatingReplicas"));
    }

    private static Replicas daemons(JsonNode raw) {
        JsonNode status = raw.path("status");
        return new Replicas(
                Tree.number(status, 0, "desiredNumberScheduled"),
                Tree.number(status, 0, "currentNumberScheduled"),
                Tree.number(status, 0, "updatedNumberScheduled"),
                Tree.number(status, 0, "numberReady"),
                Tree.number(status, 0, "numberAvailable"),
                0);
    }

    private static List<Condition> conditions(JsonNode raw) {
        List<Condition> found = new ArrayList<>();
        for (JsonNode condition : Tree.at(raw, "status", "conditions")) {
            found.add(new Condition(
                    Tree.text(condition, "type"),
                    Tree.text(condition, "status"),
                    Tree.text(condition, "reason"),
                    SafeText.line(Tree.text(condition, "message"), 500),
                    Tree.time(condition, "lastUpdateTime")));
        }
        return List.copyOf(found);
    }

    private static Map<String, String> labels(JsonNode raw) {
        Map<String, String> all = Tree.texts(raw, "metadata", "labels");
        if (all.size() > MOST_LABELS) {
            all.keySet().retainAll(all.keySet().stream().limit(MOST_LABELS).toList());
        }
        return Map.copyOf(all);
    }
}
