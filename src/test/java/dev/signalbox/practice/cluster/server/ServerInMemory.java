package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import dev.signalbox.practice.cluster.objects.Writes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The whole server over one store, asked without a socket. No controller runs: what is in the store stays as it is.
final class ServerInMemory implements AutoCloseable {

    static final String TOKEN = "practice-token";
    static final String JSON = "application/json";
    static final String JSON_PATCH = "application/json-patch+json";
    static final String MERGE_PATCH = "application/merge-patch+json";
    static final String STRATEGIC_PATCH = "application/strategic-merge-patch+json";
    static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
    static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/shop/deployments";
    static final String PODS = "/api/v1/namespaces/shop/pods";

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));
    final ObjectStore store;
    final AccessRules access = new AccessRules();
    final ScriptedLogs logs = new ScriptedLogs();
    final ApiServer server;

    ServerInMemory() {
        this(System::nanoTime);
    }

    /// @param nanoTime how long watches think that they have lasted
    ServerInMemory(LongSupplier nanoTime) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        store = new ObjectStore(now::get, random, 1_000);
        server = new ApiServer(TOKEN, store, new Writes(store, now::get, random), access, logs, now::get, nanoTime,
                Duration.ofMillis(1), Executors.newVirtualThreadPerTaskExecutor());
        store.create(ResourceKinds.NAMESPACES, object("{'metadata':{'name':'shop'}}"), Commit.STORE);
    }

    /// What the server answered.
    record Answer(int code, String type, JsonNode body, String text, boolean ended) {

        String reason() {
            return body.path("reason").asText();
        }

        String message() {
            return body.path("message").asText();
        }

        String text(String pointer) {
            return body.at(pointer).asText();
        }

        List<String> names() {
            return body.path("items").valueStream().map(Fields::name).toList();
        }

        /// The events of a watch.
        List<JsonNode> events() {
            return text.lines().map(line -> parse(line.getBytes(StandardCharsets.UTF_8))).toList();
        }

        /// Type and name of each event, for example `ADDED web`.
        List<String> briefly() {
            List<String> brief = new ArrayList<>();
            events().forEach(event -> brief
                    .add((event.path("type").asText() + " " + Fields.name(event.path("object"))).strip()));
            return brief;
        }
    }

    Answer get(String path) {
        return send(exchange("GET", path, ""));
    }

    Answer get(String path, String accept) {
        return send(exchange("GET", path, "").with("Accept", accept));
    }

    Answer post(String path, String body) {
        return send(exchange("POST", path, body).with("Content-Type", JSON));
    }

    Answer put(String path, String body) {
        return send(exchange("PUT", path, body).with("Content-Type", JSON));
    }

    Answer delete(String path, String body) {
        return send(exchange("DELETE", path, body).with("Content-Type", JSON));
    }

    Answer patch(String path, String type, String body) {
        return send(exchange("PATCH", path, body).with("Content-Type", type));
    }

    /// A request with the right token; apostrophes in the body stand for quotes.
    FakeExchange exchange(String method, String path, String body) {
        return new FakeExchange(method, path, json(body)).with("Authorization", "Bearer " + TOKEN);
    }

    Answer send(FakeExchange exchange) {
        try {
            server.handle(exchange);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String type = exchange.getResponseHeaders().getFirst("Content-Type");
        boolean document = JSON.equals(type) && !exchange.text().endsWith("\n");
        return new Answer(exchange.getResponseCode(), type == null ? "" : type,
                document ? parse(exchange.text().getBytes(StandardCharsets.UTF_8)) : Fields.newObject(),
                exchange.text(), exchange.isClosed());
    }

    /// Stores an object as it is, past every rule.
    ObjectNode keep(ResourceKind kind, String object) {
        return store.create(kind, object(object), Commit.STORE);
    }

    /// A Deployment in the namespace `shop` that went through the rules of the server.
    Answer deployment(String name) {
        access.grant("create", "deployments", "shop");
        return post(DEPLOYMENTS, deploymentText(name));
    }

    static String deploymentText(String name) {
        return "{'metadata':{'name':'" + name + "','labels':{'app':'" + name + "'}},'spec':{'replicas':3,"
                + "'selector':{'matchLabels':{'app':'" + name + "'}},'template':{'metadata':{'labels':{'app':'" + name
                + "'}},'spec':{'containers':[{'name':'" + name + "','image':'r/" + name + ":1'}]}}}}";
    }

    static ObjectNode object(String text) {
        return Fields.object(json(text));
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }

    private static JsonNode parse(byte[] text) {
        try {
            return Fields.parse(text);
        } catch (IOException noJson) {
            throw new AssertionError(new String(text, StandardCharsets.UTF_8), noJson);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
