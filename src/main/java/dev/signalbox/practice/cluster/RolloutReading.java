package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.LabelSelector;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.util.Set;

/// Reads how far a rollout is out of the stored objects.
final class RolloutReading {

    private static final Set<String> NOT_A_PROBLEM = Set.of("ContainerCreating", "PodInitializing");

    private final ObjectStore store;

    RolloutReading(ObjectStore store) {
        this.store = store;
    }

    Rollout read(ObjectKey key) {
        ObjectNode workload = store.get(key);
        JsonNode status = workload.path("status");
        boolean seen =
                status.path("observedGeneration").asLong() >= workload.path("metadata").path("generation").asLong();
        String problem = problem(workload);
        if (key.kind().equals(ResourceKinds.DAEMON_SETS)) {
            int wanted = Fields.number(status, 0, "desiredNumberScheduled");
            int updated = Fields.number(status, 0, "updatedNumberScheduled");
            int available = Fields.number(status, 0, "numberAvailable");
            return new Rollout(wanted, updated, Fields.number(status, 0, "numberReady"), available,
                    seen && updated >= wanted && available >= wanted, problem);
        }
        int wanted = Fields.number(workload, 1, "spec", "replicas");
        int total = Fields.number(status, 0, "replicas");
        int updated = Fields.number(status, 0, "updatedReplicas");
        int available = Fields.number(status, 0, "availableReplicas");
        boolean same = !key.kind().equals(ResourceKinds.STATEFUL_SETS)
                || Fields.text(status, "currentRevision").equals(Fields.text(status, "updateRevision"));
        boolean done = seen && same && updated >= wanted && total <= updated && available >= updated;
        return new Rollout(wanted, updated, Fields.number(status, 0, "readyReplicas"), available, done, problem);
    }

    private String problem(ObjectNode workload) {
        JsonNode status = workload.path("status");
        if (!Conditions.find(status, "ReplicaFailure").isEmpty()) {
            return Conditions.reason(status, "ReplicaFailure");
        }
        LabelSelector selector = LabelSelector.of(workload.path("spec").path("selector"));
        for (ObjectNode pod : store.list(ResourceKinds.PODS, Fields.namespace(workload)).items()) {
            if (selector.matches(pod.path("metadata").path("labels")) && !Fields.isDeleting(pod)) {
                String reason = problemOfPod(pod);
                if (!reason.isEmpty()) {
                    return reason;
                }
            }
        }
        String progress = Conditions.reason(status, "Progressing");
        return "ProgressDeadlineExceeded".equals(progress) ? progress : "";
    }

    private static String problemOfPod(ObjectNode pod) {
        for (JsonNode container : pod.path("status").path("containerStatuses")) {
            String waiting = Fields.text(container, "state", "waiting", "reason");
            if (!waiting.isEmpty() && !NOT_A_PROBLEM.contains(waiting)) {
                return waiting;
            }
            boolean restarting = Fields.number(container, 0, "restartCount") > 0
                    && !container.path("ready").asBoolean();
            if (restarting) {
                return "CrashLoopBackOff";
            }
        }
        String scheduled = Conditions.reason(pod.path("status"), "PodScheduled");
        return "Unschedulable".equals(scheduled) ? scheduled : "";
    }
}
