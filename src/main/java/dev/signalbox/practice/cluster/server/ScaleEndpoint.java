package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.PatchKind;
import dev.signalbox.practice.cluster.objects.Refusal;
import dev.signalbox.practice.cluster.objects.Writes;
import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The `scale` subresource: the number of replicas alone, the same for every kind that has one.
final class ScaleEndpoint {

    private final ObjectStore store;
    private final Writes writes;

    ScaleEndpoint(ObjectStore store, Writes writes) {
        this.store = store;
        this.writes = writes;
    }

    void get(ApiRequest request, ApiPath path) throws IOException {
        request.reply(200, scale(store.get(path.key())));
    }

    void patch(ApiRequest request, ApiPath path) throws IOException {
        PatchKind kind = PatchKind.of(request.header("Content-Type"));
        JsonNode patch = request.body();
        change(request, path, scale -> kind.apply(scale, patch));
    }

    void replace(ApiRequest request, ApiPath path) throws IOException {
        ObjectNode wanted = request.objectBody();
        change(request, path, scale -> wanted);
    }

    private void change(ApiRequest request, ApiPath path, UnaryOperator<ObjectNode> edit) throws IOException {
        ObjectNode scaled = writes.change(path.key(), request.author(), workload -> {
            ObjectNode wanted = edit.apply(scale(workload));
            String version = Fields.text(wanted, "metadata", "resourceVersion");
            if (!version.isEmpty() && !version.equals(Fields.text(workload, "metadata", "resourceVersion"))) {
                throw Refusal.modified(path.key());
            }
            JsonNode replicas = wanted.path("spec").path("replicas");
            Fields.child(workload, "spec").set("replicas", replicas.isMissingNode() ? IntNode.valueOf(0) : replicas);
            return workload;
        });
        request.reply(200, scale(scaled));
    }

    private static ObjectNode scale(ObjectNode workload) {
        ObjectNode scale = Fields.newObject().put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        ObjectNode metadata = scale.putObject("metadata");
        for (String field : new String[] {"name", "namespace", "uid", "resourceVersion", "creationTimestamp"}) {
            metadata.set(field, workload.path("metadata").path(field));
        }
        scale.putObject("spec").put("replicas", Fields.number(workload, 0, "spec", "replicas"));
        String selector = workload.path("spec").path("selector").path("matchLabels").properties().stream()
                .map(label -> label.getKey() + "=" + label.getValue().asText())
                .collect(Collectors.joining(","));
        scale.putObject("status").put("replicas", Fields.number(workload, 0, "status", "replicas")).put("selector",
                selector);
        return scale;
    }
}
