package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// The containers of a pod that have a log, in the order in which they start.
final class PodContainers {

    private PodContainers() {}

    /// What a container is for.
    enum Kind {
        /// Runs to its end before the others start.
        INIT("initContainers", "initContainerStatuses", " (init)"),
        /// An init container that goes on beside the others (`restartPolicy: Always`, since Kubernetes 1.28).
        SIDECAR("initContainers", "initContainerStatuses", " (sidecar)"),
        MAIN("containers", "containerStatuses", ""),
        /// Somebody added it to look into the pod; it is never started again.
        EPHEMERAL("ephemeralContainers", "ephemeralContainerStatuses", " (ephemeral)");

        private final String spec;
        private final String statuses;
        private final String suffix;

        Kind(String spec, String statuses, String suffix) {
            this.spec = spec;
            this.statuses = statuses;
            this.suffix = suffix;
        }
    }

    /// One of them.
    record Source(String name, Kind kind) {

        /// Its name as it stands before each line. Names in Kubernetes hold neither blanks nor brackets.
        String label() {
            return name + kind.suffix;
        }
    }

    static List<Source> of(JsonNode pod) {
        List<Source> all = new ArrayList<>();
        for (JsonNode container : Tree.at(pod, "spec", "initContainers")) {
            boolean goesOn = Tree.text(container, "restartPolicy").equals("Always");
            all.add(new Source(Tree.text(container, "name"), goesOn ? Kind.SIDECAR : Kind.INIT));
        }
        for (Kind kind : List.of(Kind.MAIN, Kind.EPHEMERAL)) {
            Tree.at(pod, "spec", kind.spec).forEach(c -> all.add(new Source(Tree.text(c, "name"), kind)));
        }
        return all;
    }

    /// Those that may have a log from before their last restart; all whose status is not known.
    static List<Source> withPrevious(JsonNode pod) {
        return of(pod).stream().filter(source -> {
            JsonNode status = status(pod, source);
            return status.isMissingNode()
                    ? source.kind() == Kind.MAIN
                    : Tree.at(status, "lastState").has("terminated") || Tree.number(status, 0, "restartCount") > 0;
        }).toList();
    }

    /// Whether nothing more will ever be written by it, although its pod goes on.
    static boolean isOver(JsonNode pod, Source source) {
        JsonNode ended = Tree.at(status(pod, source), "state", "terminated");
        return switch (source.kind()) {
            case INIT -> ended.isObject() && Tree.number(ended, 1, "exitCode") == 0;
            case EPHEMERAL -> ended.isObject();
            case SIDECAR, MAIN -> false;
        };
    }

    private static JsonNode status(JsonNode pod, Source source) {
        for (JsonNode status : Tree.at(pod, "status", source.kind().statuses)) {
            if (Tree.text(status, "name").equals(source.name())) {
                return status;
            }
        }
        return Tree.empty().path("status");
    }
}
