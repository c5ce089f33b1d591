package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.port.ClusterCommands;
import dev.signalbox.port.RemoteFailure;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Composes the patches. Everything is taken from raw JSON, so that fields which this console does not know survive.
final class KubernetesCommands implements ClusterCommands {

    private static final Pattern INTENT = Pattern.compile("\\[intent ([A-Za-z0-9-]{6,64})]");

    private final ConnectionId cluster;
    private final ApiPaths paths;
    private final ApiClient reading;
    private final ApiClient writing;
    private final KubectlText kubectl;

    KubernetesCommands(
            ConnectionId cluster, ApiPaths paths, ApiClient reading, ApiClient writing, KubectlText kubectl) {
        this.cluster = cluster;
        this.paths = paths;
        this.reading = reading;
        this.writing = writing;
        this.kubectl = kubectl;
    }

    @Override
    public PlannedRequest rollBack(Workload fresh, String revisionUid, String cause) throws RemoteFailure {
        Revision target = fresh.revisions().stream()
                .filter(r -> r.uid().equals(revisionUid))
                .findFirst()
                .orElseThrow(KubernetesCommands::pruned);
        boolean isDeployment = fresh.key().kind() == WorkloadKind.DEPLOYMENT;
        String resource = isDeployment ? "replicasets" : "controllerrevisions";
        JsonNode raw = get(paths.apps(
                fresh.key().namespace(), resource, "/" + ApiPaths.segment(target.name())));
        if (!Tree.text(raw, "metadata", "uid").equals(revisionUid) || !Tree.controller(raw).equals(fresh.uid())) {
            throw pruned();
        }
        return isDeployment ? rollBackDeployment(fresh, raw, cause) : rollBackSet(fresh, raw, cause);
    }

    private PlannedRequest rollBackDeployment(Workload fresh, JsonNode replicaSet, String cause) {
        ObjectNode template = Templates.clean(Tree.at(replicaSet, "spec", "template"));
        return patch(fresh, GuardedPatch.of(fresh)
                .replace("/spec/template", template)
                .annotate("/metadata/annotations", fresh.annotations(), notes(replicaSet, cause)));
    }

    /// A ControllerRevision holds a strategic merge patch. That kind has no `test`; uid and resourceVersion within it
    /// make the server refuse instead, so the set is read for its version here.
    private PlannedRequest rollBackSet(Workload fresh, JsonNode revision, String cause) throws RemoteFailure {
        JsonNode live = get(paths.workload(fresh.key(), ""));
        if (!Tree.text(live, "metadata", "uid").equals(fresh.uid())
                || Tree.longNumber(live, "metadata", "generation") != fresh.generation()) {
            throw new RemoteFailure(new RemoteProblem.Conflict("It has changed since it was read; look again"));
        }
        ObjectNode body = revision.path("data") instanceof ObjectNode data ? data.deepCopy() : Tree.empty();
        ObjectNode metadata = body.putObject("metadata")
                .put("uid", fresh.uid())
                .put("resourceVersion", Tree.text(live, "metadata", "resourceVersion"));
        ObjectNode annotations = metadata.putObject("annotations");
        new TreeMap<>(notes(revision, cause)).forEach(annotations::put);
        String text = Tree.write(body);
        return new PlannedRequest(
                cluster, "PATCH", paths.workload(fresh.key(), ApiPaths.AS_SIGNALBOX), ApiCall.STRATEGIC_PATCH, text,
                kubectl.patch(fresh.key(), "strategic", text));
    }

    @Override
    public PlannedRequest restart(Workload fresh, String mark) {
        return patch(fresh, GuardedPatch.of(fresh).annotate(
                "/spec/template/metadata/annotations", fresh.templateAnnotations(),
                Map.of(Annotations.RESTARTED_AT, mark)));
    }

    @Override
    public PlannedRequest pause(Workload fresh, boolean paused) {
        if (fresh.key().kind() != WorkloadKind.DEPLOYMENT) {
            throw new IllegalArgumentException("only a Deployment can be paused, not a " + fresh.key().kind().kind());
        }
        return patch(fresh, GuardedPatch.of(fresh).set("/spec/paused", BooleanNode.valueOf(paused)));
    }

    @Override
    public PlannedRequest scale(Workload fresh, int replicas) {
        if (fresh.key().kind() == WorkloadKind.DAEMON_SET) {
            throw new IllegalArgumentException("a DaemonSet runs on every node; it has no number of pods to set");
        }
        return patch(fresh, GuardedPatch.of(fresh).set("/spec/replicas", IntNode.valueOf(replicas)));
    }

    @Override
    public PlannedRequest event(Workload fresh, String reason, String message, Instant at) {
        String namespace = fresh.key().namespace();
        String body = WorkloadEvent.json(fresh, reason, message, at);
        return new PlannedRequest(
                cluster, "POST", paths.coreObjects(namespace, "events", ApiPaths.AS_SIGNALBOX), ApiCall.JSON, body,
                kubectl.create(namespace, body));
    }

    @Override
    public List<String> dryRun(PlannedRequest request, Workload fresh) throws RemoteFailure {
        if (!request.method().equals("PATCH")) {
            return List.of();
        }
        JsonNode before = get(paths.workload(fresh.key(), ""));
        URI dry = URI.create(request.uri() + (request.uri().getRawQuery() == null ? "?" : "&") + "dryRun=All");
        ApiAnswer answer =
                writing.exchange(new ApiCall(request.method(), dry, request.contentType(), request.body()));
        if (KubernetesSender.isFailedTest(request, answer)) {
            throw new RemoteFailure(new RemoteProblem.Conflict("It has changed since it was read; look again"));
        }
        return SpecDiff.words(before, writing.good(answer).json());
    }

    private PlannedRequest patch(Workload fresh, GuardedPatch patch) {
        String text = patch.text();
        return new PlannedRequest(
                cluster, "PATCH", paths.workload(fresh.key(), ApiPaths.AS_SIGNALBOX), ApiCall.JSON_PATCH, text,
                kubectl.patch(fresh.key(), "json", text));
    }

    /// What the revision history will show, and marks by which this change is found again.
    private static Map<String, String> notes(JsonNode revision, String cause) {
        Map<String, String> notes = new TreeMap<>();
        notes.put(Annotations.CHANGE_CAUSE, cause);
        notes.put(Annotations.OURS + "rolled-back-to", Tree.text(revision, "metadata", "name"));
        Matcher intent = INTENT.matcher(cause);
        if (intent.find()) {
            notes.put(Annotations.OURS + "intent-id", intent.group(1));
        }
        return notes;
    }

    private JsonNode get(URI uri) throws RemoteFailure {
        return reading.read(ApiCall.get(uri)).json();
    }

    private static RemoteFailure pruned() {
        return new RemoteFailure(new RemoteProblem.NotFound(
                "The revision is gone: the cluster keeps only as many as revisionHistoryLimit says"));
    }
}
