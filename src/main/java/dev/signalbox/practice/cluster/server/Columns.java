package dev.signalbox.practice.cluster.server;

import static dev.signalbox.practice.cluster.server.Column.count;
import static dev.signalbox.practice.cluster.server.Column.date;
import static dev.signalbox.practice.cluster.server.Column.number;
import static dev.signalbox.practice.cluster.server.Column.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What is printed of each kind: the columns that `kubectl get` shows, and behind them those of `-o wide`.
final class Columns {

    private static final String NONE = "<none>";
    private static final Column NAME = text("Name", Fields::name);
    private static final Column AGE = date("Age", object -> object.path("metadata").path("creationTimestamp"));
    private static final Column CONTAINERS = text("Containers", object -> containers(object, "name")).wide();
    private static final Column IMAGES = text("Images", object -> containers(object, "image")).wide();
    private static final Column SELECTOR = text("Selector",
            object -> labels(object.path("spec").path("selector").path("matchLabels"))).wide();

    private Columns() {}

    static List<Column> of(ResourceKind kind) {
        return switch (kind.kind()) {
            case "Pod" -> List.of(NAME, text("Ready", Columns::readyContainers), text("Status", Columns::podStatus),
                    number("Restarts", Columns::restarts), AGE,
                    text("IP", pod -> orNone(Fields.text(pod, "status", "podIP"))).wide(),
                    text("Node", pod -> orNone(Fields.text(pod, "spec", "nodeName"))).wide(),
                    text("Nominated Node", pod -> NONE).wide(), text("Readiness Gates", pod -> NONE).wide());
            case "Deployment" -> List.of(NAME, text("Ready", Columns::readyReplicas),
                    count("Up-to-date", "updatedReplicas"), count("Available", "availableReplicas"), AGE, CONTAINERS,
                    IMAGES, SELECTOR);
            case "StatefulSet" -> List.of(NAME, text("Ready", Columns::readyReplicas), AGE, CONTAINERS, IMAGES);
            case "ReplicaSet" -> List.of(NAME,
                    number("Desired", object -> Fields.number(object, 0, "spec", "replicas")),
                    count("Current", "replicas"), count("Ready", "readyReplicas"), AGE, CONTAINERS, IMAGES, SELECTOR);
            case "DaemonSet" -> List.of(NAME, count("Desired", "desiredNumberScheduled"),
                    count("Current", "currentNumberScheduled"), count("Ready", "numberReady"),
                    count("Up-to-date", "updatedNumberScheduled"), count("Available", "numberAvailable"),
                    text("Node Selector", set -> labels(Fields.at(set, "spec", "template", "spec", "nodeSelector"))),
                    AGE, CONTAINERS, IMAGES, SELECTOR);
            case "ControllerRevision" -> List.of(NAME, text("Controller", Columns::controller),
                    number("Revision", object -> Fields.number(object, 0, "revision")), AGE);
            case "Service" -> List.of(NAME, text("Type", service -> Fields.text(service, "spec", "type")),
                    text("Cluster-IP", service -> Fields.text(service, "spec", "clusterIP")),
                    text("External-IP", service -> NONE), text("Port(s)", Columns::ports), AGE,
                    text("Selector", service -> labels(service.path("spec").path("selector"))).wide());
            case "Event" -> List.of(date("Last Seen", event -> event.path("lastTimestamp")),
                    text("Type", event -> Fields.text(event, "type")),
                    text("Reason", event -> Fields.text(event, "reason")), text("Object", Columns::involved),
                    text("Source", event -> Fields.text(event, "source", "component")).wide(),
                    text("Message", event -> Fields.text(event, "message")),
                    date("First Seen", event -> event.path("firstTimestamp")).wide(),
                    number("Count", event -> Fields.number(event, 0, "count")).wide(), NAME.wide());
            case "Lease" -> List.of(NAME, text("Holder", lease -> Fields.text(lease, "spec", "holderIdentity")), AGE);
            case "Namespace" -> List.of(NAME, text("Status", space -> Fields.text(space, "status", "phase")), AGE);
            case "Node" -> List.of(NAME, text("Status", Columns::nodeStatus), text("Roles", node -> NONE), AGE,
                    text("Version", node -> Fields.text(node, "status", "nodeInfo", "kubeletVersion")),
                    text("OS-Image", node -> Fields.text(node, "status", "nodeInfo", "osImage")).wide());
            default -> List.of(NAME, AGE);
        };
    }

    private static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }

    private static String labels(JsonNode labels) {
        return orNone(labels.properties().stream()
                .map(label -> label.getKey() + "=" + label.getValue().asText())
                .collect(Collectors.joining(",")));
    }

    private static String containers(ObjectNode workload, String field) {
        return Fields.at(workload, "spec", "template", "spec", "containers").valueStream()
                .map(container -> Fields.text(container, field))
                .collect(Collectors.joining(","));
    }

    private static String ports(ObjectNode service) {
        return orNone(service.path("spec").path("ports").valueStream()
                .map(port -> Fields.text(port, "port")
                        + (port.has("nodePort") ? ":" + Fields.text(port, "nodePort") : "")
                        + "/" + (port.has("protocol") ? Fields.text(port, "protocol") : "TCP"))
                .collect(Collectors.joining(",")));
    }

    private static String readyReplicas(ObjectNode object) {
        return Fields.number(object, 0, "status", "readyReplicas") + "/" + Fields.number(object, 0, "spec", "replicas");
    }

    private static String readyContainers(ObjectNode pod) {
        int ready = 0;
        for (JsonNode status : pod.path("status").path("containerStatuses")) {
            ready += status.path("ready").asBoolean() ? 1 : 0;
        }
        return ready + "/" + pod.path("spec").path("containers").size();
    }

    private static int restarts(ObjectNode pod) {
        return pod.path("status").path("containerStatuses").valueStream()
                .mapToInt(status -> Fields.number(status, 0, "restartCount"))
                .sum();
    }

    /// The first container that does not run says how the pod is.
    private static String podStatus(ObjectNode pod) {
        if (Fields.isDeleting(pod)) {
            return "Terminating";
        }
        return pod.path("status").path("containerStatuses").valueStream()
                .map(status -> status.path("state"))
                .map(state -> Fields.text(state, "waiting", "reason") + Fields.text(state, "terminated", "reason"))
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElseGet(() -> Fields.text(pod, "status", "phase"));
    }

    private static String nodeStatus(ObjectNode node) {
        boolean ready = node.path("status").path("conditions").valueStream()
                .anyMatch(condition -> Fields.text(condition, "type").equals("Ready")
                        && Fields.text(condition, "status").equals("True"));
        return ready ? "Ready" : "NotReady";
    }

    private static String involved(ObjectNode event) {
        return Fields.text(event, "involvedObject", "kind").toLowerCase(Locale.ROOT) + "/"
                + Fields.text(event, "involvedObject", "name");
    }

    private static String controller(ObjectNode revision) {
        JsonNode owner = revision.path("metadata").path("ownerReferences").path(0);
        return Fields.text(owner, "kind").toLowerCase(Locale.ROOT) + ".apps/" + Fields.text(owner, "name");
    }
}
