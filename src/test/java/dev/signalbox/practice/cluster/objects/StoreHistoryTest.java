package dev.signalbox.practice.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is written, the past that the store tells is the past that was.
class StoreHistoryTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));

    private final ObjectStore store = new ObjectStore(CLOCK, new SplittableRandom(3), 500);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tellsEveryPastAsItWas(long luck) {
        TreeMap<Long, List<String>> pasts = new TreeMap<>();
        SplittableRandom random = new SplittableRandom(luck);
        for (int step = 0; step < 200; step++) {
            scribble(random);
            pasts.put(store.version(), told(store.list(ResourceKinds.LEASES, "").items()));
        }

        pasts.forEach((version, expected) -> {
            assertThat(told(store.listAt(ResourceKinds.LEASES, "", version).items())).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void leadsAWatcherFromAnyPastToThePresent(long luck) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(luck);
        for (int step = 0; step < 100; step++) {
            scribble(random);
        }
        Listing then = store.list(ResourceKinds.LEASES, "");
        for (int step = 0; step < 100; step++) {
            scribble(random);
        }
        TreeMap<String, ObjectNode> seen = new TreeMap<>();
        then.items().forEach(lease -> seen.put(key(lease), lease));
        long last = then.version();
        try (WatchFeed feed = store.watchFrom(ResourceKinds.LEASES, "", then.version())) {
            for (var next = feed.next(Duration.ZERO); next.isPresent(); next = feed.next(Duration.ZERO)) {
                StoredChange change = next.get();
                assertThat(change.version()).isGreaterThan(last);
                last = change.version();
                switch (change.changed()) {
                    case CREATED -> assertThat(seen.put(key(change.object()), change.object())).isNull();
                    case UPDATED -> assertThat(seen.put(key(change.object()), change.object()))
                            .isEqualTo(change.previous());
                    case DELETED -> assertThat(seen.remove(key(change.object()))).isEqualTo(change.previous());
                }
            }
        }

        assertThat(seen.values()).containsExactlyElementsOf(store.list(ResourceKinds.LEASES, "").items());
    }

    @Test
    void givesEveryWriterAVersionOfItsOwn() {
        store.create(ResourceKinds.LEASES, lease("shop", "web"), Commit.STORE);
        ObjectKey web = new ObjectKey(ResourceKinds.LEASES, "shop", "web");
        long before = store.version();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 50; writer++) {
                many.execute(() -> store.update(web, Commit.STORE, lease -> {
                    Fields.child(lease, "spec").put("count", Fields.number(lease, 0, "spec", "count") + 1);
                    return lease;
                }));
            }
        }

        assertThat(Fields.number(store.get(web), 0, "spec", "count")).isEqualTo(50);
        assertThat(store.version()).isEqualTo(before + 50);
    }

    @Test
    void changesNothingWhenAWriterThrowsInTheMiddle() {
        store.create(ResourceKinds.LEASES, lease("shop", "web"), Commit.STORE);
        ObjectKey web = new ObjectKey(ResourceKinds.LEASES, "shop", "web");
        ObjectNode before = store.get(web).deepCopy();

        assertThatThrownBy(() -> store.update(web, Commit.STORE, lease -> {
            Fields.child(lease, "spec").put("count", 7);
            throw Refusal.modified(web);
        })).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> store.delete(web, Commit.STORE, lease -> {
            throw Refusal.modified(web);
        })).isInstanceOf(Refusal.class);
        assertThat(store.get(web)).isEqualTo(before);
    }

    @Test
    void writesNothingAboutWhatIsNotThere() {
        ObjectKey none = new ObjectKey(ResourceKinds.LEASES, "shop", "none");
        long before = store.version();

        assertThatThrownBy(() -> store.update(none, Commit.STORE, lease -> lease)).hasMessage(
                "leases.coordination.k8s.io \"none\" not found");
        assertThatThrownBy(() -> store.delete(none, Commit.STORE, lease -> {})).isInstanceOf(Refusal.class);
        assertThat(store.find(none)).isEmpty();
        assertThat(store.version()).isEqualTo(before);
    }

    private void scribble(SplittableRandom random) {
        String namespace = random.nextBoolean() ? "shop" : "other";
        String name = "lease-" + random.nextInt(6);
        ObjectKey key = new ObjectKey(ResourceKinds.LEASES, namespace, name);
        if (store.find(key).isEmpty()) {
            store.create(ResourceKinds.LEASES, lease(namespace, name), Commit.STORE);
        } else if (random.nextInt(3) == 0) {
            store.delete(key, Commit.STORE, same -> {});
        } else {
            int value = random.nextInt(1_000_000);
            store.update(key, Commit.STORE, lease -> {
                Fields.child(lease, "spec").put("value", value);
                return lease;
            });
        }
    }

    private static List<String> told(List<ObjectNode> leases) {
        List<String> told = new ArrayList<>();
        leases.forEach(lease -> told.add(lease.toString()));
        return told;
    }

    private static String key(ObjectNode lease) {
        return Fields.namespace(lease) + "/" + Fields.name(lease);
    }

    private static ObjectNode lease(String namespace, String name) {
        ObjectNode lease = Fields.newObject();
        lease.putObject("metadata").put("namespace", namespace).put("name", name);
        return lease;
    }
}
