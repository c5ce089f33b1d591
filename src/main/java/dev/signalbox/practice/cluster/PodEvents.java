package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;

/// What scheduler and kubelet say about a pod, in their words.
final class PodEvents {

    private static final String KUBELET = "kubelet";
    private static final String SCHEDULER = "default-scheduler";

    private final EventLog log;

    PodEvents(EventLog log) {
        this.log = log;
    }

    void scheduled(ObjectNode pod, String node) {
        log.normal(pod, SCHEDULER, "Scheduled", "Successfully assigned " + Fields.namespace(pod) + "/"
                + Fields.name(pod) + " to " + node);
    }

    void unschedulable(ObjectNode pod) {
        log.warning(pod, SCHEDULER, "FailedScheduling", PodStatusWriter.UNSCHEDULABLE);
    }

    void started(ObjectNode pod) {
        log.normal(pod, KUBELET, "Pulled", "Container image \"" + image(pod) + "\" already present on machine");
        log.normal(pod, KUBELET, "Created", "Created container: " + container(pod));
        log.normal(pod, KUBELET, "Started", "Started container " + container(pod));
    }

    void killing(ObjectNode pod) {
        log.normal(pod, KUBELET, "Killing", "Stopping container " + container(pod));
    }

    void pullFailed(ObjectNode pod) {
        log.normal(pod, KUBELET, "Pulling", "Pulling image \"" + image(pod) + "\"");
        log.warning(pod, KUBELET, "Failed", "Failed to pull image \"" + image(pod) + "\": "
                + PodStatusWriter.pullError(image(pod)));
        log.warning(pod, KUBELET, "Failed", "Error: ErrImagePull");
    }

    void pullBackOff(ObjectNode pod) {
        log.normal(pod, KUBELET, "BackOff", "Back-off pulling image \"" + image(pod) + "\"");
        log.warning(pod, KUBELET, "Failed", "Error: ImagePullBackOff");
    }

    void missingConfig(ObjectNode pod) {
        log.warning(pod, KUBELET, "Failed", "Error: " + PodStatusWriter.MISSING_CONFIG);
    }

    void unhealthy(ObjectNode pod) {
        log.warning(pod, KUBELET, "Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503");
    }

    void backOff(ObjectNode pod) {
        log.warning(pod, KUBELET, "BackOff", "Back-off restarting failed container " + container(pod) + " in pod "
                + Fields.name(pod) + "_" + Fields.namespace(pod) + "(" + Fields.uid(pod) + ")");
    }

    private static String image(ObjectNode pod) {
        return Fields.text(pod.path("spec").path("containers").path(0), "image");
    }

    private static String container(ObjectNode pod) {
        return Fields.text(pod.path("spec").path("containers").path(0), "name");
    }
}
