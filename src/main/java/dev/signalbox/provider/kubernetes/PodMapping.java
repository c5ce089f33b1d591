package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.cluster.Pod;
import dev.signalbox.domain.text.SafeText;
import java.util.Map;

/// Trims a raw pod to what is shown.
final class PodMapping {

    private PodMapping() {}

    /// A pod and the uid of the ReplicaSet, StatefulSet or DaemonSet that made it.
    record OwnedPod(String owner, Pod pod) implements Trimmed {

        @Override
        public String uid() {
            return pod.uid();
        }
    }

    static OwnedPod pod(JsonNode raw) {
        Map<String, String> labels = Tree.texts(raw, "metadata", "labels");
        String hash = labels.getOrDefault("pod-template-hash", labels.getOrDefault("controller-revision-hash", ""));
        int restarts = 0;
        for (JsonNode container : Tree.at(raw, "status", "containerStatuses")) {
            restarts += Tree.number(container, 0, "restartCount");
        }
        String node = Tree.text(raw, "spec", "nodeName");
        Pod pod = new Pod(
                Tree.text(raw, "metadata", "name"),
                Tree.text(raw, "metadata", "uid"),
                hash,
                SafeText.line(Tree.text(raw, "status", "phase"), 40),
                isReady(raw),
                raw.path("metadata").has("deletionTimestamp"),
                restarts,
                PodTrouble.of(raw),
                Tree.time(raw, "metadata", "creationTimestamp"),
                node.isEmpty() ? null : node);
        return new OwnedPod(Tree.controller(raw), pod);
    }

    private static boolean isReady(JsonNode raw) {
        for (JsonNode condition : Tree.at(raw, "status", "conditions")) {
            if (Tree.text(condition, "type").equals("Ready")) {
                return Tree.text(condition, "status").equals("True");
            }
        }
        return false;
    }
}
