package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.Listing;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.Refusal;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/// GET of an object or of a collection, whole or in pages.
final class ReadEndpoint {

    private final ObjectStore store;
    private final InstantSource clock;

    ReadEndpoint(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    void get(ApiRequest request, ApiPath path) throws IOException {
        ObjectNode object = store.get(path.key());
        request.reply(200, request.shape().one(path.kind(), object, clock.instant()));
    }

    void list(ApiRequest request, ApiPath path) throws IOException {
        Choice choice = Choice.of(request, path);
        long limit = request.number("limit", 0);
        Listing all;
        String after = "";
        long wanted = request.version();
        Matching.check(request);
        if (request.query("continue").isEmpty()) {
            all = store.list(path.kind(), path.namespace());
            if (wanted > all.version()) {
                throw Refusal.tooLargeVersion(wanted, all.version());
            }
            if (Matching.EXACT.equals(request.query("resourceVersionMatch"))) {
                all = store.listAt(path.kind(), path.namespace(), wanted);
            }
        } else if (wanted > 0) {
            throw Refusal.badRequest("specifying resource version is not allowed when using continue");
        } else {
            ContinueToken token = ContinueToken.parse(request.query("continue"));
            all = store.listAt(path.kind(), path.namespace(), token.version());
            after = token.after();
        }
        List<ObjectNode> chosen = choice.of(all.items());
        List<ObjectNode> rest = from(chosen, after);
        boolean partial = limit > 0 && rest.size() > limit;
        List<ObjectNode> page = partial ? rest.subList(0, (int) limit) : rest;
        ObjectNode metadata = Fields.newObject().put("resourceVersion", Long.toString(all.version()));
        if (partial) {
            metadata.put("continue", new ContinueToken(all.version(), place(page.get(page.size() - 1))).text());
            if (choice.isEverything()) {
                metadata.put("remainingItemCount", rest.size() - page.size());
            }
        }
        request.reply(200, request.shape().list(path.kind(), page, metadata, clock.instant()));
    }

    private static List<ObjectNode> from(List<ObjectNode> objects, String after) {
        return after.isEmpty()
                ? objects
                : objects.stream().filter(object -> place(object).compareTo(after) > 0).toList();
    }

    private static String place(ObjectNode object) {
        return Fields.namespace(object) + "\u0000" + Fields.name(object);
    }
}
