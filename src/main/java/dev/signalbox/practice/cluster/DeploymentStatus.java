package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// The status of a Deployment: its counts, and the conditions with the reasons that kube-controller-manager gives.
final class DeploymentStatus {

    private static final String PROGRESSING = "Progressing";

    private DeploymentStatus() {}

    /// Says once that a Deployment was paused or resumed; resuming starts the progress clock again.
    static void markPause(ObjectNode deployment, Instant now) {
        String reason = Conditions.reason(deployment.path("status"), PROGRESSING);
        boolean paused = deployment.path("spec").path("paused").asBoolean();
        if ("ProgressDeadlineExceeded".equals(reason)) {
            return;
        }
        if (paused && !"DeploymentPaused".equals(reason)) {
            Conditions.renew(Fields.child(deployment, "status"), PROGRESSING, "Unknown", "DeploymentPaused",
                    "Deployment is paused", now);
        } else if (!paused && "DeploymentPaused".equals(reason)) {
            Conditions.renew(Fields.child(deployment, "status"), PROGRESSING, "Unknown", "DeploymentResumed",
                    "Deployment is resumed", now);
        }
    }

    static void write(ObjectNode deployment, Optional<ObjectNode> newest, List<ObjectNode> sets, Instant now) {
        JsonNode before = deployment.path("status").deepCopy();
        ObjectNode status = Fields.child(deployment, "status");
        status.put("observedGeneration", deployment.path("metadata").path("generation").asLong());
        int available = sum(sets, set -> Fields.number(set, 0, "status", "availableReplicas"));
        Counts.put(status, "replicas", sum(sets, set -> Fields.number(set, 0, "status", "replicas")));
        Counts.put(status, "updatedReplicas", newest.map(set -> Fields.number(set, 0, "status", "replicas")).orElse(0));
        Counts.put(status, "readyReplicas", sum(sets, set -> Fields.number(set, 0, "status", "readyReplicas")));
        Counts.put(status, "availableReplicas", available);
        Counts.put(status, "unavailableReplicas",
                Math.max(0, sum(sets, ReplicaSetScaling::replicas) - available));
        Counts.put(status, "terminatingReplicas",
                sum(sets, set -> Fields.number(set, 0, "status", "terminatingReplicas")));
        int wanted = Fields.number(deployment, 1, "spec", "replicas");
        if (available >= wanted - ReplicaSetScaling.unavailable(deployment)) {
            Conditions.set(status, "Available", "True", "MinimumReplicasAvailable",
                    "Deployment has minimum availability.", now);
        } else {
            Conditions.set(status, "Available", "False", "MinimumReplicasUnavailable",
                    "Deployment does not have minimum availability.", now);
        }
        writeFailure(status, sets, now);
        if (!deployment.path("spec").path("paused").asBoolean()) {
            newest.ifPresent(set -> writeProgress(deployment, status, before, Fields.name(set), now));
        }
    }

    /// Everything new, nothing old, all available, and the controller has seen the newest spec.
    static boolean isComplete(JsonNode deployment) {
        int wanted = Fields.number(deployment, 1, "spec", "replicas");
        JsonNode status = deployment.path("status");
        return Fields.number(status, 0, "updatedReplicas") == wanted && Fields.number(status, 0, "replicas") == wanted
                && Fields.number(status, 0, "availableReplicas") == wanted
                && status.path("observedGeneration").asLong() >= deployment.path("metadata").path("generation")
                        .asLong();
    }

    private static void writeFailure(ObjectNode status, List<ObjectNode> sets, Instant now) {
        Optional<JsonNode> failure = sets.stream()
                .map(set -> Conditions.find(set.path("status"), "ReplicaFailure"))
                .filter(condition -> !condition.isEmpty())
                .findFirst();
        if (failure.isPresent()) {
            Conditions.set(status, "ReplicaFailure", "True", failure.get().path("reason").asText(),
                    failure.get().path("message").asText(), now);
        } else {
            Conditions.remove(status, "ReplicaFailure");
        }
    }

    private static void writeProgress(ObjectNode deployment, ObjectNode status, JsonNode before, String set,
            Instant now) {
        String reason = Conditions.reason(status, PROGRESSING);
        boolean settled = "NewReplicaSetAvailable".equals(reason)
                && Fields.number(status, 0, "replicas") == Fields.number(status, 0, "updatedReplicas");
        int deadline = Fields.number(deployment, 600, "spec", "progressDeadlineSeconds");
        if (settled || deadline == Integer.MAX_VALUE) {
            return;
        }
        if (isComplete(deployment)) {
            Conditions.set(status, PROGRESSING, "True", "NewReplicaSetAvailable",
                    "ReplicaSet \"" + set + "\" has successfully progressed.", now);
        } else if (hasMoved(before, status)) {
            Conditions.renew(status, PROGRESSING, "True", "ReplicaSetUpdated",
                    "ReplicaSet \"" + set + "\" is progressing.", now);
        } else if (!"NewReplicaSetAvailable".equals(reason) && !"ProgressDeadlineExceeded".equals(reason)
                && Fields.time(Conditions.find(status, PROGRESSING), "lastUpdateTime").plusSeconds(deadline)
                        .isBefore(now)) {
            Conditions.set(status, PROGRESSING, "False", "ProgressDeadlineExceeded",
                    "ReplicaSet \"" + set + "\" has timed out progressing.", now);
        }
    }

    private static boolean hasMoved(JsonNode before, JsonNode after) {
        return grew(before, after, "updatedReplicas") || grew(before, after, "readyReplicas")
                || grew(before, after, "availableReplicas") || outdated(after) < outdated(before);
    }

    private static boolean grew(JsonNode before, JsonNode after, String count) {
        return Fields.number(after, 0, count) > Fields.number(before, 0, count);
    }

    private static int outdated(JsonNode status) {
        return Fields.number(status, 0, "replicas") - Fields.number(status, 0, "updatedReplicas");
    }

    private static int sum(List<ObjectNode> sets, ToIntFunction<ObjectNode> count) {
        return sets.stream().mapToInt(count).sum();
    }
}
