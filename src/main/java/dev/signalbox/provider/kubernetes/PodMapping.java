package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.signalbox.domain.cluster.Pod;
import dev.signalbox.domain.text.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Trims a raw pod to what is shown.
final class PodMapping {

    /// Within this time of its start, a pod's first “not ready” is written.
    private static final Duration TAKING_OVER = Duration.ofSeconds(10);

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
                hasServed(raw),
                raw.path("metadata").has("deletionTimestamp"),
                restarts,
                PodTrouble.of(raw),
                Tree.time(raw, "metadata", "creationTimestamp"),
                node.isEmpty() ? null : node);
        return new OwnedPod(Tree.controller(raw), pod);
    }

    private static boolean isReady(JsonNode raw) {
        return Tree.text(readiness(raw), "status").equals("True");
    }

    /// A kubelet says “not ready” of a pod as soon as it takes it over, and the time of that stays until the pod is
    /// ready for the first time: a later one is that of a loss.
    private static boolean hasServed(JsonNode raw) {
        Instant turned = Tree.time(readiness(raw), "lastTransitionTime");
        Instant taken = Tree.time(raw, "status", "startTime");
        return isReady(raw) || turned != null && taken != null && turned.isAfter(taken.plus(TAKING_OVER));
    }

    private static JsonNode readiness(JsonNode raw) {
        for (JsonNode condition : Tree.at(raw, "status", "conditions")) {
            if (Tree.text(condition, "type").equals("Ready")) {
                return condition;
            }
        }
        return MissingNode.getInstance();
    }
}
