package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Author;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Deletions;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.PatchKind;
import dev.signalbox.practice.cluster.objects.Refusal;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import dev.signalbox.practice.cluster.objects.Writes;
import java.io.IOException;
import java.time.InstantSource;
import java.util.OptionalLong;

/// POST, PUT, PATCH and DELETE of objects.
final class WriteEndpoint {

    private final ObjectStore store;
    private final Writes writes;
    private final InstantSource clock;

    WriteEndpoint(ObjectStore store, Writes writes, InstantSource clock) {
        this.store = store;
        this.writes = writes;
        this.clock = clock;
    }

    void create(ApiRequest request, ApiPath path) throws IOException {
        ObjectNode wanted = typed(request, path.kind());
        request.reply(201, writes.create(path.kind(), path.namespace(), wanted, request.author()));
    }

    void replace(ApiRequest request, ApiPath path) throws IOException {
        ObjectNode wanted = typed(request, path.kind());
        request.reply(200, writes.replace(path.key(), wanted, request.author()));
    }

    void patch(ApiRequest request, ApiPath path) throws IOException {
        PatchKind kind = PatchKind.of(request.header("Content-Type"));
        JsonNode patch = request.body();
        request.reply(200, writes.patch(path.key(), kind, patch, request.author()));
    }

    void delete(ApiRequest request, ApiPath path) throws IOException {
        JsonNode options = request.body();
        Author author = request.author();
        boolean dry = author.commit() == Commit.DRY_RUN || options.path("dryRun").path(0).asText("").equals("All");
        ObjectKey key = path.key();
        check(key, options.path("preconditions"), store.get(key));
        Commit commit = dry ? Commit.DRY_RUN : Commit.STORE;
        OptionalLong grace = grace(request, options);
        if (path.kind().equals(ResourceKinds.PODS) && grace.orElse(1) > 0) {
            request.reply(200, Deletions.terminate(store, key, clock.instant(), grace, commit));
            return;
        }
        boolean orphans = "Orphan".equals(
                options.path("propagationPolicy").asText(request.query("propagationPolicy")));
        if (orphans && !dry) {
            Deletions.orphan(store, store.get(key));
        }
        ObjectNode gone = store.delete(key, commit,
                current -> check(key, options.path("preconditions"), current));
        ObjectNode status = Fields.newObject().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Success");
        ObjectNode details = status.putObject("details").put("name", key.name());
        if (!path.kind().group().isEmpty()) {
            details.put("group", path.kind().group());
        }
        details.put("kind", path.kind().plural()).put("uid", Fields.uid(gone));
        request.reply(200, path.kind().equals(ResourceKinds.PODS) ? gone : status);
    }

    /// How long the client lets a pod take; the body counts before the address.
    private static OptionalLong grace(ApiRequest request, JsonNode options) {
        long asked = options.path("gracePeriodSeconds").asLong(request.number("gracePeriodSeconds", -1));
        return asked < 0 ? OptionalLong.empty() : OptionalLong.of(asked);
    }

    private static void check(ObjectKey key, JsonNode preconditions, ObjectNode current) {
        String uid = preconditions.path("uid").asText("");
        if (!uid.isEmpty() && !uid.equals(Fields.uid(current))) {
            throw Refusal.conflict(key, "the UID in the precondition (" + uid + ") does not match the UID in record ("
                    + Fields.uid(current) + "). The object might have been deleted and then recreated");
        }
        String version = preconditions.path("resourceVersion").asText("");
        String recorded = Fields.text(current, "metadata", "resourceVersion");
        if (!version.isEmpty() && !version.equals(recorded)) {
            throw Refusal.conflict(key, "the ResourceVersion in the precondition (" + version
                    + ") does not match the ResourceVersion in record (" + recorded
                    + "). The object might have been modified");
        }
    }

    private static ObjectNode typed(ApiRequest request, ResourceKind kind) throws IOException {
        ObjectNode object = request.objectBody();
        String sent = object.path("kind").asText(kind.kind());
        String version = object.path("apiVersion").asText(kind.apiVersion());
        if (!sent.equals(kind.kind()) || !version.equals(kind.apiVersion())) {
            throw Refusal.badRequest(sent + " in version \"" + version + "\" cannot be handled as a " + kind.kind()
                    + ": the object does not match the address");
        }
        return object;
    }
}
