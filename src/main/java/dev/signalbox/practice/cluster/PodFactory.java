package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes pods out of templates.
final class PodFactory {

    private static final int SUFFIX = 5;

    private final ObjectStore store;
    private final RandomGenerator random;

    PodFactory(ObjectStore store, RandomGenerator random) {
        this.store = store;
        this.random = random;
    }

    /// A pod of a ReplicaSet or a DaemonSet, with a generated name.
    ObjectNode create(ObjectNode owner, JsonNode template, String node) {
        String prefix = Fields.name(owner) + "-";
        ObjectNode pod = pod(owner, template, prefix + Templates.name(random.nextLong(), SUFFIX));
        Fields.child(pod, "metadata").put("generateName", prefix);
        if (!node.isEmpty()) {
            Fields.child(pod, "spec").put("nodeName", node);
        }
        return store.create(ResourceKinds.PODS, pod, Commit.STORE);
    }

    /// A pod of a StatefulSet, with its own name.
    ObjectNode createNamed(ObjectNode owner, JsonNode template, String name, int ordinal) {
        ObjectNode pod = pod(owner, template, name);
        Fields.child(pod, "metadata", "labels").put("statefulset.kubernetes.io/pod-name", name)
                .put("apps.kubernetes.io/pod-index", Integer.toString(ordinal));
        Fields.child(pod, "spec").put("hostname", name).put("subdomain",
                Fields.text(owner, "spec", "serviceName"));
        return store.create(ResourceKinds.PODS, pod, Commit.STORE);
    }

    private static ObjectNode pod(ObjectNode owner, JsonNode template, String name) {
        ObjectNode pod = Fields.newObject();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = Fields.child(pod, "metadata");
        metadata.put("name", name).put("namespace", Fields.namespace(owner));
        for (String copied : List.of("labels", "annotations")) {
            if (template.path("metadata").path(copied).isObject()) {
                metadata.set(copied, template.path("metadata").path(copied).deepCopy());
            }
        }
        Owners.own(owner, pod);
        pod.set("spec", template.path("spec").deepCopy());
        Fields.child(pod, "spec").put("enableServiceLinks", true).put("serviceAccountName", "default").put("priority",
                0);
        Fields.child(pod, "status").put("phase", "Pending").put("qosClass", "BestEffort");
        return pod;
    }

    static ObjectKey key(ObjectNode pod) {
        return ObjectKey.of(ResourceKinds.PODS, pod);
    }
}
