package dev.signalbox.domain.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A state that a workload had before or has now: a ReplicaSet or a ControllerRevision.
///
/// @param uid identity of the object that holds it; the key, since numbers change when a revision is used again
/// @param name name of that object
/// @param hash pod-template-hash (Deployment) or controller-revision-hash
/// @param number the current revision number; `earlier` are numbers that it served under before
/// @param changeCause why it came to be, if somebody wrote it down
/// @param pods how many pods of it are wanted now, `available` of them available; -1 where the server does not tell
/// @param current whether the workload's template is this one
/// @param annotations what the pod template says of itself: OCI labels and our own notes only
public record Revision(
        String uid,
        String name,
        String hash,
        long number,
        List<Long> earlier,
        List<Container> containers,
        @Nullable String changeCause,
        @Nullable Instant createdAt,
        int pods,
        int available,
        boolean current,
        Map<String, String> annotations) {

    /// The version of its first container.
    public String version() {
        return containers.isEmpty() ? "?" : containers.getFirst().image().version();
    }
}
