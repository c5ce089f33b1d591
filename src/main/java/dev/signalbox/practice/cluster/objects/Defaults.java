package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What the server fills in when a workload leaves it out, so that a template reads back as a real server returns it.
final class Defaults {

    private Defaults() {}

    static void fill(ResourceKind kind, ObjectNode object) {
        ObjectNode spec = Fields.child(object, "spec");
        switch (kind.kind()) {
            case "Deployment" -> {
                absent(spec, "replicas", 1);
                absent(spec, "revisionHistoryLimit", 10);
                absent(spec, "progressDeadlineSeconds", 600);
                ObjectNode strategy = Fields.child(spec, "strategy");
                absent(strategy, "type", "RollingUpdate");
                if ("RollingUpdate".equals(strategy.path("type").asText())) {
                    absent(Fields.child(strategy, "rollingUpdate"), "maxUnavailable", "25%");
                    absent(Fields.child(strategy, "rollingUpdate"), "maxSurge", "25%");
                }
            }
            case "StatefulSet" -> {
                absent(spec, "replicas", 1);
                absent(spec, "revisionHistoryLimit", 10);
                absent(spec, "podManagementPolicy", "OrderedReady");
                ObjectNode strategy = Fields.child(spec, "updateStrategy");
                absent(strategy, "type", "RollingUpdate");
                if ("RollingUpdate".equals(strategy.path("type").asText())) {
                    absent(Fields.child(strategy, "rollingUpdate"), "partition", 0);
                }
            }
            case "DaemonSet" -> {
                absent(spec, "revisionHistoryLimit", 10);
                ObjectNode strategy = Fields.child(spec, "updateStrategy");
                absent(strategy, "type", "RollingUpdate");
                if ("RollingUpdate".equals(strategy.path("type").asText())) {
                    absent(Fields.child(strategy, "rollingUpdate"), "maxUnavailable", 1);
                    absent(Fields.child(strategy, "rollingUpdate"), "maxSurge", 0);
                }
            }
            case "ReplicaSet" -> absent(spec, "replicas", 1);
            default -> {
                return;
            }
        }
        fillPod(Fields.child(spec, "template", "spec"));
    }

    private static void fillPod(ObjectNode pod) {
        absent(pod, "restartPolicy", "Always");
        absent(pod, "terminationGracePeriodSeconds", 30);
        absent(pod, "dnsPolicy", "ClusterFirst");
        absent(pod, "schedulerName", "default-scheduler");
        Fields.child(pod, "securityContext");
        for (JsonNode element : pod.path("containers")) {
            if (element instanceof ObjectNode container) {
                String image = container.path("image").asText();
                boolean moving = !image.contains("@") && (image.endsWith(":latest")
                        || image.lastIndexOf(':') <= image.lastIndexOf('/'));
                absent(container, "imagePullPolicy", moving ? "Always" : "IfNotPresent");
                absent(container, "terminationMessagePath", "/dev/termination-log");
                absent(container, "terminationMessagePolicy", "File");
                Fields.child(container, "resources");
            }
        }
    }

    private static void absent(ObjectNode node, String field, String value) {
        if (!node.hasNonNull(field)) {
            node.put(field, value);
        }
    }

    private static void absent(ObjectNode node, String field, int value) {
        if (!node.hasNonNull(field)) {
            node.put(field, value);
        }
    }
}
