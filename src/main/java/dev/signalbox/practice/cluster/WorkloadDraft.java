package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import java.util.Map;

/// The objects of a seeded workload before they are stored: what a team would have in its repository.
final class WorkloadDraft {

    private WorkloadDraft() {}

    static ObjectNode workload(WorkloadSeed seed, ObjectNode template) {
        ObjectNode workload = Fields.newObject().put("apiVersion", "apps/v1").put("kind", seed.kind());
        ObjectNode metadata = workload.putObject("metadata").put("name", seed.name()).put("namespace",
                seed.namespace());
        metadata.set("labels", labels(seed));
        ObjectNode spec = workload.putObject("spec");
        if (!seed.kind().equals("DaemonSet")) {
            spec.put("replicas", seed.replicas());
        }
        if (seed.kind().equals("StatefulSet")) {
            spec.put("serviceName", seed.name());
        }
        spec.putObject("selector").set("matchLabels", Fields.map(Map.of("app", seed.name())));
        spec.set("template", template);
        return workload;
    }

    static ObjectNode template(WorkloadSeed seed, SeedRevision revision) {
        ObjectNode template = Fields.newObject();
        ObjectNode metadata = template.putObject("metadata");
        metadata.set("labels", labels(seed));
        if (!revision.templateAnnotations().isEmpty()) {
            metadata.set("annotations", Fields.map(revision.templateAnnotations()));
        }
        ObjectNode container = template.putObject("spec").putArray("containers").addObject();
        container.put("name", seed.name()).put("image", revision.image());
        container.putArray("ports").addObject().put("name", "http").put("containerPort", 8080).put("protocol", "TCP");
        ObjectNode probe = container.putObject("readinessProbe");
        probe.putObject("httpGet").put("path", "/health").put("port", 8080).put("scheme", "HTTP");
        probe.put("timeoutSeconds", 1).put("periodSeconds", 10).put("successThreshold", 1).put("failureThreshold", 3);
        ObjectNode requests = container.putObject("resources").putObject("requests");
        requests.put("cpu", "100m").put("memory", "256Mi");
        return template;
    }

    static ObjectNode service(WorkloadSeed seed, int number) {
        ObjectNode service = Fields.newObject();
        service.putObject("metadata").put("name", seed.name()).put("namespace", seed.namespace()).set("labels",
                labels(seed));
        ObjectNode spec = service.putObject("spec").put("type", "ClusterIP").put("clusterIP",
                "10.96." + number / 250 + "." + (1 + number % 250));
        spec.set("selector", Fields.map(Map.of("app", seed.name())));
        spec.putArray("ports").addObject().put("name", "http").put("port", 80).put("targetPort", 8080).put("protocol",
                "TCP");
        service.putObject("status").putObject("loadBalancer");
        return service;
    }

    private static ObjectNode labels(WorkloadSeed seed) {
        return Fields.newObject().put("app", seed.name()).put("app.kubernetes.io/name", seed.name());
    }
}
