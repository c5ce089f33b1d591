package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import java.time.Instant;

/// Writes the status that a kubelet reports for a state.
final class PodStatusWriter {

    static final String UNSCHEDULABLE = "0/3 nodes are available: 3 Insufficient memory. preemption: 0/3 nodes are"
            + " available: 3 No preemption victims found for incoming pod.";
    static final String MISSING_CONFIG = "configmap \"release-settings\" not found";

    private PodStatusWriter() {}

    static void write(ObjectNode pod, PodState state, Instant now) {
        ObjectNode status = Fields.child(pod, "status");
        PodStage stage = state.stage();
        boolean placed = stage != PodStage.PENDING && stage != PodStage.UNSCHEDULABLE;
        if (stage == PodStage.TERMINATING) {
            condition(status, "Ready", "False", "PodCompleted", now);
            condition(status, "ContainersReady", "False", "PodCompleted", now);
            return;
        }
        boolean everStarted = stage.isRunning() || stage == PodStage.EXITED || stage == PodStage.BACKING_OFF;
        status.put("phase", everStarted ? "Running" : "Pending");
        if (!placed) {
            if (stage == PodStage.UNSCHEDULABLE) {
                condition(status, "PodScheduled", "False", "Unschedulable", now);
            }
            return;
        }
        if (!status.has("startTime")) {
            status.put("startTime", Fields.time(now));
        }
        String ready = stage == PodStage.READY ? "True" : "False";
        String unready = stage == PodStage.READY ? "" : "ContainersNotReady";
        condition(status, "PodReadyToStartContainers", "True", "", now);
        condition(status, "Initialized", "True", "", now);
        condition(status, "Ready", ready, unready, now);
        condition(status, "ContainersReady", ready, unready, now);
        condition(status, "PodScheduled", "True", "", now);
        var containers = status.putArray("containerStatuses");
        for (JsonNode container : pod.path("spec").path("containers")) {
            containers.add(container(pod, container, state));
        }
    }

    private static ObjectNode container(ObjectNode pod, JsonNode container, PodState state) {
        String image = Fields.text(container, "image");
        boolean running = state.stage().isRunning();
        ObjectNode status = Fields.newObject();
        status.put("name", Fields.text(container, "name")).put("image", image);
        boolean ran = running || state.ended().isPresent() || state.lastExit().isPresent();
        status.put("imageID", ran ? imageId(image) : "");
        if (ran) {
            status.put("containerID", containerId(pod, state));
        }
        status.put("ready", state.stage() == PodStage.READY).put("started", running);
        status.put("restartCount", state.restarts());
        status.set("state", present(pod, container, state));
        ObjectNode last = status.putObject("lastState");
        state.lastExit().ifPresent(exit -> last.set("terminated", terminated(pod, state, exit)));
        return status;
    }

    private static ObjectNode present(ObjectNode pod, JsonNode container, PodState state) {
        ObjectNode present = Fields.newObject();
        String name = Fields.text(container, "name");
        String image = Fields.text(container, "image");
        switch (state.stage()) {
            case STARTED, READY -> present.putObject("running").put("startedAt", Fields.time(state.startedAt()));
            case EXITED -> state.ended()
                    .ifPresent(exit -> present.set("terminated", terminated(pod, state, exit)));
            case BACKING_OFF -> waiting(present, "CrashLoopBackOff", "back-off 20s restarting failed container=" + name
                    + " pod=" + Fields.name(pod) + "_" + Fields.namespace(pod) + "(" + Fields.uid(pod) + ")");
            case PULL_FAILED -> waiting(present, "ErrImagePull", pullError(image));
            case PULL_BACKING_OFF -> waiting(present, "ImagePullBackOff", "Back-off pulling image \"" + image
                    + "\": ErrImagePull: " + pullError(image));
            case CONFIG_ERROR -> waiting(present, "CreateContainerConfigError", MISSING_CONFIG);
            default -> present.putObject("waiting").put("reason", "ContainerCreating");
        }
        return present;
    }

    static String pullError(String image) {
        return "rpc error: code = NotFound desc = failed to pull and unpack image \"" + image
                + "\": failed to resolve reference \"" + image + "\": " + image + ": not found";
    }

    /// A digest that is the same for the same image reference; a reference by digest keeps its own.
    static String imageId(String image) {
        if (image.contains("@")) {
            return image;
        }
        int tag = image.lastIndexOf(':');
        String repository = tag > image.lastIndexOf('/') ? image.substring(0, tag) : image;
        return repository + "@sha256:" + Digests.sha256(image);
    }

    private static String containerId(ObjectNode pod, PodState state) {
        String seed = Fields.uid(pod) + state.restarts();
        return "containerd://" + Digests.sha256(seed);
    }

    private static ObjectNode terminated(ObjectNode pod, PodState state, PodState.Exit exit) {
        ObjectNode terminated = Fields.newObject();
        terminated.put("exitCode", exit.code()).put("reason", exit.reason());
        terminated.put("startedAt", Fields.time(exit.startedAt())).put("finishedAt", Fields.time(exit.finishedAt()));
        return terminated.put("containerID", containerId(pod, state));
    }

    private static void waiting(ObjectNode present, String reason, String message) {
        present.putObject("waiting").put("reason", reason).put("message", message);
    }

    private static void condition(ObjectNode status, String type, String value, String reason, Instant now) {
        String message = switch (reason) {
            case "ContainersNotReady" -> "containers with unready status";
            case "Unschedulable" -> UNSCHEDULABLE;
            default -> "";
        };
        Conditions.set(status, type, value, reason, message, now);
        if (Conditions.find(status, type) instanceof ObjectNode written) {
            written.putNull("lastProbeTime").remove("lastUpdateTime");
        }
    }
}
