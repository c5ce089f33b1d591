package dev.signalbox.domain.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A workload with its revisions and pods, trimmed to what is shown and what plans need.
///
/// @param uid identity: another uid under the same key is another object
/// @param generation moves with the spec only; what preconditions compare
/// @param observed the generation that the controller has acted on
/// @param partition pods of a StatefulSet below this ordinal are not updated; 0 otherwise
/// @param onDelete whether the workload only updates pods that somebody deletes
/// @param containers of the current template
/// @param annotations those of the workload that are shown: change-cause, owners, our own notes
/// @param templateAnnotations those of its pod template that are shown: OCI labels, restartedAt, our own notes
/// @param revisions newest first
public record Workload(
        WorkloadKey key,
        String uid,
        long generation,
        long observed,
        Replicas replicas,
        boolean paused,
        int partition,
        boolean onDelete,
        List<Container> containers,
        Map<String, String> labels,
        Map<String, String> annotations,
        Map<String, String> templateAnnotations,
        List<Condition> conditions,
        List<Revision> revisions,
        List<Pod> pods,
        Owner owner,
        @Nullable LastChange lastChange,
        @Nullable Instant createdAt) {

    /// The revision that the template is now, if it is known already.
    public Optional<Revision> currentRevision() {
        for (Revision revision : revisions) {
            if (revision.current()) {
                return Optional.of(revision);
            }
        }
        return Optional.empty();
    }

    /// The image of its first container.
    public Optional<ImageRef> image() {
        return containers.isEmpty() ? Optional.empty() : Optional.of(containers.getFirst().image());
    }

    /// The condition of that type, if the server gave one.
    public Optional<Condition> condition(String type) {
        for (Condition condition : conditions) {
            if (condition.type().equals(type)) {
                return Optional.of(condition);
            }
        }
        return Optional.empty();
    }
}
