package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Author;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.PatchKind;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import dev.signalbox.practice.cluster.objects.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A cluster without HTTP whose time the test moves.
final class ClusterInTime {

    static final Author ALICE = new Author("alice", Commit.STORE);
    private static final Duration STEP = Duration.ofMillis(250);

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));
    final Behaviours behaviours = new Behaviours();
    final ObjectStore store;
    final Writes writes;
    final ControlLoop loop;
    final RolloutReading rollouts;

    ClusterInTime() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
        store = new ObjectStore(now::get, random, 10_000);
        writes = new Writes(store, now::get, random);
        loop = new ControlLoop(store, behaviours, now::get, random, new AtomicInteger());
        rollouts = new RolloutReading(store);
        loop.nodes().atLeast(3);
        store.create(ResourceKinds.NAMESPACES, json("{'metadata':{'name':'shop'}}"), Commit.STORE);
    }

    static ObjectNode json(String text) {
        return Fields.object(text.replace('\'', '"'));
    }

    /// A workload with the label `app=NAME` and one container of that name.
    ObjectKey apply(String kind, String name, String image, String moreSpec) {
        ResourceKind resource = ResourceKinds.workload(kind);
        writes.create(resource, "shop", json("{'metadata':{'name':'" + name + "'},'spec':{"
                + (moreSpec.isEmpty() ? "" : moreSpec + ",") + "'selector':{'matchLabels':{'app':'" + name
                + "'}},'template':{'metadata':{'labels':{'app':'" + name + "'}},'spec':{'containers':[{'name':'" + name
                + "','image':'" + image + "'}]}}}}"), ALICE);
        return new ObjectKey(resource, "shop", name);
    }

    void setImage(ObjectKey key, String image) {
        patch(key, "{'spec':{'template':{'spec':{'containers':[{'name':'" + key.name() + "','image':'" + image
                + "'}]}}}}");
    }

    void patch(ObjectKey key, String strategic) {
        writes.patch(key, PatchKind.STRATEGIC, json(strategic), ALICE);
    }

    void tick() {
        now.updateAndGet(present -> present.plus(STEP));
        loop.tick();
    }

    void run(Duration time) {
        for (long steps = time.toMillis() / STEP.toMillis(); steps > 0; steps--) {
            tick();
        }
    }

    /// Lets time pass until it is so.
    void until(BooleanSupplier condition) {
        for (int steps = 0; steps < 2_000; steps++) {
            if (condition.getAsBoolean()) {
                return;
            }
            tick();
        }
        throw new AssertionError("did not happen within 500 seconds");
    }

    void rollOut(ObjectKey key) {
        tick();
        until(() -> rollouts.read(key).done() && pods(key.name()).stream().noneMatch(Fields::isDeleting));
        tick();
    }

    List<ObjectNode> pods(String app) {
        return store.list(ResourceKinds.PODS, "").items().stream()
                .filter(pod -> Fields.label(pod, "app").equals(app))
                .toList();
    }

    List<ObjectNode> sets(String app) {
        List<ObjectNode> sets = new ArrayList<>(store.list(ResourceKinds.REPLICA_SETS, "").items());
        sets.removeIf(set -> !Fields.label(set, "app").equals(app));
        sets.sort(DeploymentController.OLDEST_FIRST);
        return sets;
    }

    ObjectNode setOf(ObjectKey deployment, String image) {
        return sets(deployment.name()).stream()
                .filter(set -> image(set.path("spec").path("template").path("spec")).equals(image))
                .findFirst()
                .orElseThrow();
    }

    static String image(JsonNode podSpec) {
        return podSpec.path("containers").path(0).path("image").asText();
    }

    JsonNode status(ObjectKey key) {
        return store.get(key).path("status");
    }

    String reason(ObjectKey key, String condition) {
        return Conditions.reason(status(key), condition);
    }

    List<String> events(String reason) {
        return store.list(ResourceKinds.EVENTS, "").items().stream()
                .filter(event -> event.path("reason").asText().equals(reason))
                .map(event -> event.path("message").asText())
                .toList();
    }
}
