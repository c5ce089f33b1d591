package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The ControllerRevisions of StatefulSets and DaemonSets: each keeps a template as a strategic merge patch.
final class TemplateRevisions {

    private static final Comparator<ObjectNode> BY_NUMBER = Comparator.comparingInt(TemplateRevisions::number);

    private final ObjectStore store;

    TemplateRevisions(ObjectStore store) {
        this.store = store;
    }

    /// The revision of the present template: the newest number, whether it is new or has come back.
    ObjectNode current(ObjectNode workload, List<ObjectNode> owned) {
        ObjectNode data = data(workload.path("spec").path("template"));
        int highest = owned.stream().mapToInt(TemplateRevisions::number).max().orElse(0);
        Optional<ObjectNode> same = owned.stream()
                .filter(revision -> Fields.same(revision.path("data"), data))
                .max(BY_NUMBER);
        if (same.isEmpty()) {
            return store.create(ResourceKinds.CONTROLLER_REVISIONS, draft(workload, data, highest + 1), Commit.STORE);
        }
        if (number(same.get()) == highest) {
            return same.get();
        }
        return store.update(ObjectKey.of(ResourceKinds.CONTROLLER_REVISIONS, same.get()), Commit.STORE,
                revision -> revision.put("revision", highest + 1));
    }

    /// The template that a revision keeps.
    static ObjectNode template(ObjectNode revision) {
        ObjectNode template = revision.path("data").path("spec").path("template").deepCopy();
        template.remove("$patch");
        return template;
    }

    /// Drops the oldest revisions beyond the limit that nothing uses.
    void prune(ObjectNode workload, List<ObjectNode> owned, Set<String> used) {
        int limit = Fields.number(workload, 10, "spec", "revisionHistoryLimit");
        List<ObjectNode> old = new ArrayList<>(owned);
        old.removeIf(revision -> used.contains(Fields.name(revision)));
        old.sort(BY_NUMBER);
        for (ObjectNode revision : old.subList(0, Math.max(0, old.size() - limit))) {
            store.delete(ObjectKey.of(ResourceKinds.CONTROLLER_REVISIONS, revision), Commit.STORE, same -> {});
        }
    }

    private static ObjectNode draft(ObjectNode workload, ObjectNode data, int number) {
        String hash = Templates.hash(workload.path("spec").path("template"));
        ObjectNode revision = Fields.newObject();
        ObjectNode metadata = revision.putObject("metadata");
        metadata.put("name", Fields.name(workload) + "-" + hash).put("namespace", Fields.namespace(workload));
        JsonNode labels = workload.path("spec").path("template").path("metadata").path("labels");
        metadata.set("labels", labels.isObject() ? labels.deepCopy() : Fields.newObject());
        Fields.child(metadata, "labels").put("controller.kubernetes.io/hash", hash).put(Annotations.REVISION_HASH,
                hash);
        JsonNode annotations = workload.path("metadata").path("annotations");
        if (annotations.isObject()) {
            metadata.set("annotations", annotations.deepCopy());
        }
        Owners.own(workload, revision);
        revision.set("data", data);
        return revision.put("revision", number);
    }

    private static ObjectNode data(JsonNode template) {
        ObjectNode data = Fields.newObject();
        ObjectNode kept = Templates.withoutHash(template);
        kept.put("$patch", "replace");
        data.putObject("spec").set("template", kept);
        return data;
    }

    private static int number(JsonNode revision) {
        return revision.path("revision").asInt();
    }
}
