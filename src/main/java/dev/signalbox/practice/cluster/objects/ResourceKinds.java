package dev.signalbox.practice.cluster.objects;

import dev.signalbox.practice.cluster.objects.ResourceKind.Generation;
import dev.signalbox.practice.cluster.objects.ResourceKind.Scope;
import java.util.List;
import java.util.Optional;

/// Every resource type that the practice cluster serves.
public final class ResourceKinds {

    public static final ResourceKind NAMESPACES = core("namespaces", "Namespace", Scope.CLUSTER, "ns");
    public static final ResourceKind NODES = core("nodes", "Node", Scope.CLUSTER, "no");
    public static final ResourceKind PODS = new ResourceKind("", "v1", "pods", "Pod", List.of("po"), List.of("log"),
            Scope.NAMESPACED, Generation.ABSENT);
    public static final ResourceKind SERVICES = core("services", "Service", Scope.NAMESPACED, "svc");
    public static final ResourceKind EVENTS = core("events", "Event", Scope.NAMESPACED, "ev");
    public static final ResourceKind DEPLOYMENTS = apps("deployments", "Deployment", List.of("scale"), "deploy");
    public static final ResourceKind STATEFUL_SETS = apps("statefulsets", "StatefulSet", List.of("scale"), "sts");
    public static final ResourceKind DAEMON_SETS = apps("daemonsets", "DaemonSet", List.of(), "ds");
    public static final ResourceKind REPLICA_SETS = apps("replicasets", "ReplicaSet", List.of("scale"), "rs");
    public static final ResourceKind CONTROLLER_REVISIONS = new ResourceKind("apps", "v1", "controllerrevisions",
            "ControllerRevision", List.of(), List.of(), Scope.NAMESPACED, Generation.ABSENT);
    public static final ResourceKind LEASES = other("coordination.k8s.io", "v1", "leases", "Lease");
    public static final ResourceKind AUTOSCALERS = other("autoscaling", "v2", "horizontalpodautoscalers",
            "HorizontalPodAutoscaler", "hpa");
    public static final ResourceKind DISRUPTION_BUDGETS = other("policy", "v1", "poddisruptionbudgets",
            "PodDisruptionBudget", "pdb");
    public static final ResourceKind INGRESSES = other("networking.k8s.io", "v1", "ingresses", "Ingress", "ing");
    public static final ResourceKind ENDPOINT_SLICES = other("discovery.k8s.io", "v1", "endpointslices",
            "EndpointSlice");

    /// In the order in which discovery lists them.
    public static final List<ResourceKind> ALL = List.of(NAMESPACES, NODES, PODS, SERVICES, EVENTS, DEPLOYMENTS,
            STATEFUL_SETS, DAEMON_SETS, REPLICA_SETS, CONTROLLER_REVISIONS, LEASES, AUTOSCALERS, DISRUPTION_BUDGETS,
            INGRESSES, ENDPOINT_SLICES);

    private ResourceKinds() {}

    /// The kind behind a path such as `/apis/apps/v1/…/deployments`.
    public static Optional<ResourceKind> byPath(String group, String version, String plural) {
        return ALL.stream()
                .filter(kind -> kind.group().equals(group) && kind.version().equals(version)
                        && kind.plural().equals(plural))
                .findFirst();
    }

    /// The workload kind by its Kubernetes name.
    public static ResourceKind workload(String kind) {
        return switch (kind) {
            case "Deployment" -> DEPLOYMENTS;
            case "StatefulSet" -> STATEFUL_SETS;
            case "DaemonSet" -> DAEMON_SETS;
            default -> throw new IllegalArgumentException("not a workload kind: " + kind);
        };
    }

    private static ResourceKind core(String plural, String kind, Scope scope, String... shortNames) {
        return new ResourceKind("", "v1", plural, kind, List.of(shortNames), List.of(), scope, Generation.ABSENT);
    }

    private static ResourceKind apps(String plural, String kind, List<String> subresources, String... shortNames) {
        return new ResourceKind("apps", "v1", plural, kind, List.of(shortNames), subresources, Scope.NAMESPACED,
                Generation.COUNTED);
    }

    private static ResourceKind other(String group, String version, String plural, String kind, String... shortNames) {
        return new ResourceKind(group, version, plural, kind, List.of(shortNames), List.of(), Scope.NAMESPACED,
                Generation.ABSENT);
    }
}
