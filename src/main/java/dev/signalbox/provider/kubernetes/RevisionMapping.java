package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Trims ReplicaSets and ControllerRevisions to revisions. Their numbers change when a revision is used again, so the
/// key is the uid and earlier numbers are kept beside.
final class RevisionMapping {

    private RevisionMapping() {}

    /// A revision, the uid of the workload that it belongs to, and the digest of its template.
    record OwnedRevision(String owner, String digest, Revision revision) implements Trimmed {

        @Override
        public String uid() {
            return revision.uid();
        }

        OwnedRevision asCurrent(boolean current) {
            Revision r = revision;
            return new OwnedRevision(owner, digest, new Revision(
                    r.uid(), r.name(), r.hash(), r.number(), r.earlier(), r.containers(), r.changeCause(),
                    r.createdAt(), r.pods(), r.available(), current, r.annotations()));
        }
    }

    static OwnedRevision ofReplicaSet(JsonNode raw) {
        JsonNode template = Tree.at(raw, "spec", "template");
        Map<String, String> annotations = Tree.texts(raw, "metadata", "annotations");
        Revision revision = new Revision(
                Tree.text(raw, "metadata", "uid"),
                Tree.text(raw, "metadata", "name"),
                Tree.text(raw, "metadata", "labels", Templates.HASH_LABEL),
                parse(annotations.getOrDefault(Annotations.REVISION, "")),
                history(annotations.getOrDefault(Annotations.REVISION_HISTORY, "")),
                Templates.containers(template),
                cause(annotations),
                Tree.time(raw, "metadata", "creationTimestamp"),
                Tree.number(raw, 1, "spec", "replicas"),
                Tree.number(raw, 0, "status", "availableReplicas"),
                false,
                Annotations.ofTemplate(template));
        return new OwnedRevision(Tree.controller(raw), Templates.digest(template), revision);
    }

    /// The hash is what the set's pods carry: the revision's name for a StatefulSet, a label of it for a DaemonSet.
    static OwnedRevision ofControllerRevision(JsonNode raw) {
        JsonNode template = Tree.at(raw, "data", "spec", "template");
        String label = Tree.text(raw, "metadata", "labels", "controller-revision-hash");
        String name = Tree.text(raw, "metadata", "name");
        Revision revision = new Revision(
                Tree.text(raw, "metadata", "uid"),
                name,
                label.isEmpty() || Tree.ofController(raw, "kind").equals("StatefulSet") ? name : label,
                Tree.longNumber(raw, "revision"),
                List.of(),
                Templates.containers(template),
                cause(Tree.texts(raw, "metadata", "annotations")),
                Tree.time(raw, "metadata", "creationTimestamp"),
                -1,
                -1,
                false,
                Annotations.ofTemplate(template));
        return new OwnedRevision(Tree.controller(raw), Templates.digest(template), revision);
    }

    private static @Nullable String cause(Map<String, String> annotations) {
        String cause = annotations.get(Annotations.CHANGE_CAUSE);
        return cause == null || cause.isBlank() ? null : SafeText.line(cause, 500);
    }

    private static List<Long> history(String text) {
        List<Long> numbers = new ArrayList<>();
        for (String part : text.split(",", 200)) {
            long number = parse(part.strip());
            if (number > 0) {
                numbers.add(number);
            }
        }
        return List.copyOf(numbers);
    }

    private static long parse(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
