package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// One printed column.
///
/// @param type `string`, `integer`, or `date` for a time that is printed as the age it has now
record Column(String name, String type, Function<ObjectNode, JsonNode> value) {

    private static final int DAYS_OF_A_YEAR = 365;

    /// What is printed for an object.
    JsonNode cell(ObjectNode object, Instant now) {
        JsonNode cell = value.apply(object);
        return type.equals("date") ? JsonNodeFactory.instance.textNode(age(cell.asText(""), now)) : cell;
    }

    /// As `kubectl` writes ages: the two largest units while they are small, then one.
    static String age(String since, Instant now) {
        if (since.isEmpty() || since.equals("null")) {
            return "<unknown>";
        }
        Duration age;
        try {
            age = Duration.between(Instant.parse(since), now);
        } catch (DateTimeException noTime) {
            return "<unknown>";
        }
        if (age.toMillis() <= -2_000) {
            return "<invalid>";
        }
        if (age.toMinutes() < 2) {
            return Math.max(0, age.toSeconds()) + "s";
        }
        if (age.toMinutes() < 10) {
            return age.toMinutes() + "m" + (age.toSecondsPart() == 0 ? "" : age.toSecondsPart() + "s");
        }
        if (age.toHours() < 3) {
            return age.toMinutes() + "m";
        }
        if (age.toHours() < 8) {
            return age.toHours() + "h" + (age.toMinutesPart() == 0 ? "" : age.toMinutesPart() + "m");
        }
        if (age.toHours() < 48) {
            return age.toHours() + "h";
        }
        long days = age.toDays();
        if (days < 2 * DAYS_OF_A_YEAR) {
            long hours = age.toHours() % 24;
            return days + "d" + (days >= 8 || hours == 0 ? "" : hours + "h");
        }
        long rest = days % DAYS_OF_A_YEAR;
        return days / DAYS_OF_A_YEAR + "y" + (days >= 8 * DAYS_OF_A_YEAR || rest == 0 ? "" : rest + "d");
    }

    private static final Column NAME = text("Name", Fields::name);
    private static final Column AGE = new Column("Age", "date",
            object -> object.path("metadata").path("creationTimestamp"));

    static List<Column> of(ResourceKind kind) {
        return switch (kind.kind()) {
            case "Pod" -> List.of(NAME, text("Ready", Column::readyContainers), text("Status", Column::podStatus),
                    number("Restarts", Column::restarts), AGE);
            case "Deployment" -> List.of(NAME, text("Ready", Column::readyReplicas), count("Up-to-date",
                    "updatedReplicas"), count("Available", "availableReplicas"), AGE);
            case "StatefulSet" -> List.of(NAME, text("Ready", Column::readyReplicas), AGE);
            case "ReplicaSet" -> List.of(NAME,
                    number("Desired", object -> Fields.number(object, 0, "spec", "replicas")),
                    count("Current", "replicas"), count("Ready", "readyReplicas"), AGE);
            case "DaemonSet" -> List.of(NAME, count("Desired", "desiredNumberScheduled"),
                    count("Current", "currentNumberScheduled"), count("Ready", "numberReady"),
                    count("Up-to-date", "updatedNumberScheduled"), count("Available", "numberAvailable"), AGE);
            case "ControllerRevision" -> List.of(NAME, text("Controller", Column::controller),
                    number("Revision", object -> Fields.number(object, 0, "revision")), AGE);
            case "Service" -> List.of(NAME, text("Type", object -> Fields.text(object, "spec", "type")),
                    text("Cluster-IP", object -> Fields.text(object, "spec", "clusterIP")), AGE);
            case "Event" -> List.of(new Column("Last Seen", "date", object -> object.path("lastTimestamp")),
                    text("Type", object -> Fields.text(object, "type")),
                    text("Reason", object -> Fields.text(object, "reason")),
                    text("Object", object -> Fields.text(object, "involvedObject", "kind").toLowerCase(
                            Locale.ROOT) + "/" + Fields.text(object, "involvedObject", "name")),
                    text("Message", object -> Fields.text(object, "message")));
            case "Lease" -> List.of(NAME, text("Holder", object -> Fields.text(object, "spec", "holderIdentity")), AGE);
            case "Namespace" -> List.of(NAME, text("Status", object -> Fields.text(object, "status", "phase")), AGE);
            default -> List.of(NAME, AGE);
        };
    }

    private static Column text(String name, Function<ObjectNode, String> value) {
        return new Column(name, "string", object -> JsonNodeFactory.instance.textNode(value.apply(object)));
    }

    private static Column number(String name, Function<ObjectNode, Integer> value) {
        return new Column(name, "integer", object -> JsonNodeFactory.instance.numberNode(value.apply(object)));
    }

    private static Column count(String name, String statusField) {
        return number(name, object -> Fields.number(object, 0, "status", statusField));
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

    private static String controller(ObjectNode revision) {
        JsonNode owner = revision.path("metadata").path("ownerReferences").path(0);
        return Fields.text(owner, "kind").toLowerCase(Locale.ROOT) + ".apps/" + Fields.text(owner, "name");
    }
}
