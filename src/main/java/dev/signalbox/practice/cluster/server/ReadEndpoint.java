package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
        request.reply(200, request.wantsTable()
                ? Tables.of(path.kind(), List.of(object), Fields.text(object, "metadata", "resourceVersion"),
                        clock.instant())
                : object);
    }

    void list(ApiRequest request, ApiPath path) throws IOException {
        Choice choice = Choice.of(request, path);
        long limit = request.number("limit", 0);
        Listing all;
        String after = "";
        if (request.query("continue").isEmpty()) {
            long wanted = request.number("resourceVersion", 0);
            all = store.list(path.kind(), path.namespace());
            if (wanted > all.version()) {
                throw Refusal.tooLargeVersion(wanted, all.version());
            }
            if ("Exact".equals(request.query("resourceVersionMatch"))) {
                all = store.listAt(path.kind(), path.namespace(), wanted);
            }
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
        if (request.wantsTable()) {
            ObjectNode table = Tables.of(path.kind(), page, Long.toString(all.version()),
                    clock.instant());
            table.set("metadata", metadata);
            request.reply(200, table);
            return;
        }
        ObjectNode list = Fields.newObject().put("kind", path.kind().kind() + "List").put("apiVersion",
                path.kind().apiVersion());
        list.set("metadata", metadata);
        ArrayNode items = list.putArray("items");
        page.forEach(object -> items.add(untyped(object)));
        request.reply(200, list);
    }

    private static List<ObjectNode> from(List<ObjectNode> objects, String after) {
        return after.isEmpty()
                ? objects
                : objects.stream().filter(object -> place(object).compareTo(after) > 0).toList();
    }

    private static String place(ObjectNode object) {
        return Fields.namespace(object) + "\u0000" + Fields.name(object);
    }

    /// Items of a list carry neither kind nor apiVersion, as on a real server.
    private static ObjectNode untyped(ObjectNode object) {
        ObjectNode item = Fields.newObject();
        object.properties().forEach(field -> {
            if (!field.getKey().equals("kind") && !field.getKey().equals("apiVersion")) {
                item.set(field.getKey(), field.getValue());
            }
        });
        return item;
    }
}
