package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.Pod;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Workloads;
import dev.signalbox.provider.kubernetes.PodMapping.OwnedPod;
import dev.signalbox.provider.kubernetes.RevisionMapping.OwnedRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads single workloads straight from the server.
final class KubernetesWorkloads implements Workloads {

    private final ConnectionId cluster;
    private final ApiPaths paths;
    private final ApiClient reading;
    private final AccessReviews reviews;

    KubernetesWorkloads(ConnectionId cluster, ApiPaths paths, ApiClient reading, AccessReviews reviews) {
        this.cluster = cluster;
        this.paths = paths;
        this.reading = reading;
        this.reviews = reviews;
    }

    @Override
    public Workload spec(WorkloadKey workload) throws RemoteFailure {
        return WorkloadMapping.body(cluster, workload.kind(), raw(workload)).workload();
    }

    @Override
    public Workload one(WorkloadKey workload) throws RemoteFailure {
        return read(workload, true);
    }

    @Override
    public Workload withRevisions(WorkloadKey workload) throws RemoteFailure {
        return read(workload, false);
    }

    private Workload read(WorkloadKey workload, boolean withPods) throws RemoteFailure {
        JsonNode raw = raw(workload);
        WorkloadMapping.Body body = WorkloadMapping.body(cluster, workload.kind(), raw);
        String uid = body.workload().uid();
        String selector = Selectors.query(Tree.at(raw, "spec", "selector"));
        List<OwnedRevision> revisions = revisions(workload, uid, selector);
        List<Pod> pods = List.of();
        if (withPods) {
            boolean isDeployment = workload.kind() == WorkloadKind.DEPLOYMENT;
            pods = pods(workload, selector, isDeployment
                    ? revisions.stream().map(r -> r.revision().uid()).collect(Collectors.toSet())
                    : Set.of(uid));
        }
        return WorkloadMapping.assemble(body, revisions, pods);
    }

    private List<OwnedRevision> revisions(WorkloadKey workload, String uid, String selector) throws RemoteFailure {
        boolean isDeployment = workload.kind() == WorkloadKind.DEPLOYMENT;
        String history = isDeployment ? "replicasets" : "controllerrevisions";
        List<OwnedRevision> revisions = new ArrayList<>();
        for (JsonNode item : list(paths.apps(workload.namespace(), history, selector))) {
            OwnedRevision revision =
                    isDeployment ? RevisionMapping.ofReplicaSet(item) : RevisionMapping.ofControllerRevision(item);
            if (revision.owner().equals(uid)) {
                revisions.add(revision);
            }
        }
        return revisions;
    }

    private List<Pod> pods(WorkloadKey workload, String selector, Set<String> makers) throws RemoteFailure {
        List<Pod> pods = new ArrayList<>();
        for (JsonNode item : list(paths.coreObjects(workload.namespace(), "pods", selector))) {
            OwnedPod pod = PodMapping.pod(item);
            if (makers.contains(pod.owner())) {
                pods.add(pod.pod());
            }
        }
        return pods;
    }

    @Override
    public Permit permit(PermitKey key) throws RemoteFailure {
        return reviews.ask(key);
    }

    private JsonNode raw(WorkloadKey workload) throws RemoteFailure {
        return reading.read(ApiCall.get(paths.workload(workload, ""))).json();
    }

    private JsonNode list(java.net.URI uri) throws RemoteFailure {
        return reading.read(ApiCall.get(uri)).json().path("items");
    }
}
