package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.cluster.Trouble;
import dev.signalbox.domain.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says what keeps a pod from working, from its status alone. A crashing container is "running" between two crashes,
/// so the count of restarts decides and not the state of the moment.
final class PodTrouble {

    /// Reasons that no waiting cures: the spec itself is wrong.
    private static final Set<String> FATAL = Set.of(
            "CreateContainerConfigError",
            "CreateContainerError",
            "InvalidImageName",
            "ErrImageNeverPull",
            "RunContainerError",
            "PostStartHookError",
            "ImagePullBackOff");

    /// Reasons that may pass.
    private static final Set<String> PASSING =
            Set.of("ErrImagePull", "ImageInspectError", "SignatureValidationFailed", "RegistryUnavailable");

    private static final String CRASHING = "CrashLoopBackOff";

    /// From the second restart on a crash is no accident of the start.
    private static final int CERTAIN = 2;

    private PodTrouble() {}

    static @Nullable Trouble of(JsonNode pod) {
        if (pod.path("metadata").has("deletionTimestamp")) {
            return null;
        }
        if (Tree.text(pod, "status", "phase").equals("Failed")) {
            String reason = Tree.text(pod, "status", "reason");
            return new Trouble(
                    reason.isEmpty() ? "Failed" : safe(reason), safe(Tree.text(pod, "status", "message")), false);
        }
        List<Trouble> found = new ArrayList<>();
        boolean several = Tree.at(pod, "spec", "containers").size() > 1
                || Tree.at(pod, "status", "containerStatuses").size() > 1;
        for (JsonNode container : Tree.at(pod, "status", "initContainerStatuses")) {
            add(found, ofContainer(container, true));
        }
        for (JsonNode container : Tree.at(pod, "status", "containerStatuses")) {
            add(found, ofContainer(container, several));
        }
        add(found, unschedulable(pod));
        return found.stream().filter(Trouble::fatal).findFirst().orElse(found.isEmpty() ? null : found.getFirst());
    }

    private static void add(List<Trouble> found, @Nullable Trouble trouble) {
        if (trouble != null) {
            found.add(trouble);
        }
    }

    private static @Nullable Trouble ofContainer(JsonNode status, boolean named) {
        String prefix = named ? safe(Tree.text(status, "name")) + ": " : "";
        JsonNode waiting = Tree.at(status, "state", "waiting");
        String reason = Tree.text(waiting, "reason");
        int restarts = Tree.number(status, 0, "restartCount");
        if (reason.equals(CRASHING)) {
            return new Trouble(CRASHING, prefix + crash(status, restarts), restarts >= CERTAIN);
        }
        if (FATAL.contains(reason) || PASSING.contains(reason)) {
            String message = Tree.text(waiting, "message");
            return new Trouble(reason, prefix + safe(message.isEmpty() ? image(status) : message),
                    FATAL.contains(reason));
        }
        boolean ready = status.path("ready").asBoolean(false);
        JsonNode ended = Tree.at(status, "state", "terminated");
        if (Tree.number(ended, 0, "exitCode") != 0) {
            if (restarts >= CERTAIN) {
                return new Trouble(CRASHING, prefix + crash(status, restarts), true);
            }
            return new Trouble(word(ended), prefix + exit(ended), false);
        }
        JsonNode before = Tree.at(status, "lastState", "terminated");
        if (!ready && restarts > CERTAIN && Tree.number(before, 0, "exitCode") != 0) {
            return new Trouble(CRASHING, prefix + crash(status, restarts), true);
        }
        return null;
    }

    private static String crash(JsonNode status, int restarts) {
        JsonNode last = Tree.at(status, "lastState", "terminated");
        if (last.isMissingNode()) {
            last = Tree.at(status, "state", "terminated");
        }
        String times = restarts == 1 ? "1 restart" : restarts + " restarts";
        return last.isMissingNode() ? times : exit(last) + ", " + times;
    }

    private static String exit(JsonNode terminated) {
        String words = "exited with code " + Tree.number(terminated, 0, "exitCode");
        String reason = word(terminated);
        return reason.equals("Error") ? words : words + " (" + reason + ")";
    }

    private static String word(JsonNode terminated) {
        String reason = Tree.text(terminated, "reason");
        return reason.isEmpty() ? "Error" : safe(reason);
    }

    private static String image(JsonNode status) {
        return Tree.text(status, "image");
    }

    private static @Nullable Trouble unschedulable(JsonNode pod) {
        for (JsonNode condition : Tree.at(pod, "status", "conditions")) {
            if (Tree.text(condition, "type").equals("PodScheduled")
                    && Tree.text(condition, "status").equals("False")
                    && Tree.text(condition, "reason").equals("Unschedulable")) {
                return new Trouble("Unschedulable", safe(Tree.text(condition, "message")), false);
            }
        }
        return null;
    }

    private static String safe(String remote) {
        return SafeText.line(remote, 300);
    }
}
