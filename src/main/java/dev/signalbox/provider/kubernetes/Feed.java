package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.cluster.WorkloadKind;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The kinds of object that are watched, each by a list and a watch of its own per namespace.
enum Feed {
    DEPLOYMENTS("deployments", WorkloadKind.DEPLOYMENT),
    STATEFUL_SETS("statefulsets", WorkloadKind.STATEFUL_SET),
    DAEMON_SETS("daemonsets", WorkloadKind.DAEMON_SET),
    REPLICA_SETS("replicasets", null),
    CONTROLLER_REVISIONS("controllerrevisions", null),
    PODS("pods", null);

    private final String resource;
    private final @Nullable WorkloadKind workloads;

    Feed(String resource, @Nullable WorkloadKind workloads) {
        this.resource = resource;
        this.workloads = workloads;
    }

    String resource() {
        return resource;
    }

    /// The kind of workload that it tells of, if it does.
    @Nullable
    WorkloadKind workloads() {
        return workloads;
    }

    URI uri(ApiPaths paths, String namespace, String query) {
        return this == PODS
                ? paths.coreObjects(namespace, resource, query)
                : paths.apps(namespace, resource, query);
    }
}
