package dev.signalbox.practice.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ObjectStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final ObjectStore store = new ObjectStore(InstantSource.fixed(NOW),
            RandomGenerator.of("L64X128MixRandom"), 10);

    @Test
    void givesANewObjectWhatAServerGives() {
        ObjectNode created = store.create(ResourceKinds.DEPLOYMENTS, named("shop", "web"), Commit.STORE);

        assertThat(Fields.uid(created)).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(Fields.text(created, "metadata", "creationTimestamp")).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(Fields.text(created, "metadata", "resourceVersion")).isEqualTo(Long.toString(store.version()));
        assertThat(created.path("metadata").path("generation").asInt()).isEqualTo(1);
        assertThat(created.path("apiVersion").asText()).isEqualTo("apps/v1");
        assertThat(created.path("kind").asText()).isEqualTo("Deployment");
    }

    @Test
    void countsNoGenerationWhereKubernetesDoesNot() {
        ObjectNode service = store.create(ResourceKinds.SERVICES, named("shop", "web"), Commit.STORE);
        ObjectNode changed = store.update(key(ResourceKinds.SERVICES), Commit.STORE, next -> {
            Fields.child(next, "spec").put("type", "ClusterIP");
            return next;
        });

        assertThat(service.path("metadata").has("generation")).isFalse();
        assertThat(changed.path("metadata").has("generation")).isFalse();
    }

    @Test
    void refusesASecondObjectOfTheSameName() {
        create("web");

        assertThatThrownBy(() -> create("web"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(409))
                .hasMessage("deployments.apps \"web\" already exists");
    }

    @Test
    void movesTheGenerationWithTheSpecOnly() {
        create("web");
        ObjectNode labelled = store.update(key(ResourceKinds.DEPLOYMENTS), Commit.STORE, next -> {
            Fields.child(next, "metadata", "labels").put("a", "b");
            return next;
        });
        ObjectNode scaled = store.update(key(ResourceKinds.DEPLOYMENTS), Commit.STORE, next -> {
            Fields.child(next, "spec").put("replicas", 5);
            return next;
        });

        assertThat(labelled.path("metadata").path("generation").asInt()).isEqualTo(1);
        assertThat(scaled.path("metadata").path("generation").asInt()).isEqualTo(2);
    }

    @Test
    void movesNoVersionWhenNothingChanges() {
        ObjectNode created = create("web");
        long before = store.version();

        ObjectNode same = store.update(key(ResourceKinds.DEPLOYMENTS), Commit.STORE, next -> next);

        assertThat(store.version()).isEqualTo(before);
        assertThat(same).isEqualTo(created);
    }

    @Test
    void leavesNothingBehindOnADryRun() {
        create("web");
        long before = store.version();

        ObjectNode preview = store.update(key(ResourceKinds.DEPLOYMENTS), Commit.DRY_RUN, next -> {
            Fields.child(next, "spec").put("replicas", 5);
            return next;
        });
        store.create(ResourceKinds.DEPLOYMENTS, named("shop", "other"), Commit.DRY_RUN);
        store.delete(key(ResourceKinds.DEPLOYMENTS), Commit.DRY_RUN, same -> {});

        assertThat(preview.path("metadata").path("generation").asInt()).isEqualTo(2);
        assertThat(store.version()).isEqualTo(before);
        assertThat(store.list(ResourceKinds.DEPLOYMENTS, "").items()).hasSize(1);
        assertThat(store.get(key(ResourceKinds.DEPLOYMENTS)).path("spec").has("replicas")).isFalse();
    }

    @Test
    void doesNotLetAWriterChangeWhatOthersHold() {
        ObjectNode held = create("web");

        store.update(key(ResourceKinds.DEPLOYMENTS), Commit.STORE, next -> {
            Fields.child(next, "metadata", "labels").put("a", "b");
            return next;
        });

        assertThat(held.path("metadata").has("labels")).isFalse();
    }

    @Test
    void listsByNamespaceInTheOrderOfNames() {
        for (String name : List.of("web", "api", "cart")) {
            create(name);
        }
        store.create(ResourceKinds.DEPLOYMENTS, named("a-first", "zoo"), Commit.STORE);
        store.create(ResourceKinds.DAEMON_SETS, named("shop", "agent"), Commit.STORE);

        assertThat(store.list(ResourceKinds.DEPLOYMENTS, "shop").items()).extracting(Fields::name)
                .containsExactly("api", "cart", "web");
        assertThat(store.list(ResourceKinds.DEPLOYMENTS, "").items()).extracting(Fields::name)
                .containsExactly("zoo", "api", "cart", "web");
        assertThat(store.list(ResourceKinds.DEPLOYMENTS, "sho").items()).isEmpty();
    }

    @Test
    void tellsWhatExistedAtAnEarlierVersion() {
        create("stays");
        create("changes");
        create("goes");
        long then = store.version();
        create("comes");
        store.update(new ObjectKey(ResourceKinds.DEPLOYMENTS, "shop", "changes"), Commit.STORE, next -> {
            Fields.child(next, "spec").put("replicas", 9);
            return next;
        });
        store.delete(new ObjectKey(ResourceKinds.DEPLOYMENTS, "shop", "goes"), Commit.STORE, same -> {});

        Listing past = store.listAt(ResourceKinds.DEPLOYMENTS, "shop", then);

        assertThat(past.version()).isEqualTo(then);
        assertThat(past.items()).extracting(Fields::name).containsExactly("changes", "goes", "stays");
        assertThat(past.items().get(0).path("spec").has("replicas")).isFalse();
    }

    @Test
    void saysThatAVersionIsGone() {
        create("web");
        long old = store.version() - 1;
        store.compact();

        assertThatThrownBy(() -> store.listAt(ResourceKinds.DEPLOYMENTS, "", old))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(410));
        assertThatThrownBy(() -> store.watchFrom(ResourceKinds.DEPLOYMENTS, "", old))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(410))
                .hasMessageStartingWith("too old resource version: " + old);
    }

    @Test
    void forgetsChangesBeyondItsMemory() {
        create("web");
        long first = store.version();
        for (int number = 0; number < 12; number++) {
            create("other-" + number);
        }

        assertThatThrownBy(() -> store.watchFrom(ResourceKinds.DEPLOYMENTS, "", first)).isInstanceOf(Refusal.class);
    }

    @Test
    void replaysMissedChangesAndThenFollows() throws InterruptedException {
        create("one");
        long seen = store.version();
        create("two");
        try (WatchFeed feed = store.watchFrom(ResourceKinds.DEPLOYMENTS, "shop", seen)) {
            store.create(ResourceKinds.DEPLOYMENTS, named("elsewhere", "three"), Commit.STORE);
            create("four");

            assertThat(feed.start().items()).isEmpty();
            assertThat(nameOf(feed)).isEqualTo("two");
            assertThat(nameOf(feed)).isEqualTo("four");
            assertThat(feed.next(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void startsAFeedWithWhatExists() throws InterruptedException {
        create("one");
        try (WatchFeed feed = store.watch(ResourceKinds.DEPLOYMENTS, "")) {
            store.delete(new ObjectKey(ResourceKinds.DEPLOYMENTS, "shop", "one"), Commit.STORE, same -> {});

            assertThat(feed.start().items()).extracting(Fields::name).containsExactly("one");
            StoredChange change = feed.next(Duration.ofSeconds(1)).orElseThrow();
            assertThat(change.changed()).isEqualTo(StoredChange.Kind.DELETED);
            assertThat(Fields.text(change.object(), "metadata", "resourceVersion"))
                    .isEqualTo(Long.toString(change.version()));
        }
    }

    @Test
    void cutsAFeedThatIsWaiting() throws InterruptedException {
        try (WatchFeed feed = store.watch(ResourceKinds.PODS, "")) {
            store.cutFeeds();

            assertThat(feed.next(Duration.ofSeconds(5))).isEmpty();
            assertThat(feed.isCut()).isTrue();
        }
    }

    @Test
    void refusesToWatchTheFuture() {
        assertThatThrownBy(() -> store.watchFrom(ResourceKinds.PODS, "", store.version() + 5))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(504))
                .hasMessageContaining("Too large resource version");
    }

    private ObjectNode create(String name) {
        return store.create(ResourceKinds.DEPLOYMENTS, named("shop", name), Commit.STORE);
    }

    private static String nameOf(WatchFeed feed) throws InterruptedException {
        return Fields.name(feed.next(Duration.ofSeconds(1)).orElseThrow().object());
    }

    private static ObjectKey key(ResourceKind kind) {
        return new ObjectKey(kind, "shop", "web");
    }

    private static ObjectNode named(String namespace, String name) {
        ObjectNode object = Fields.newObject();
        object.putObject("metadata").put("namespace", namespace).put("name", name);
        object.putObject("spec");
        return object;
    }
}
