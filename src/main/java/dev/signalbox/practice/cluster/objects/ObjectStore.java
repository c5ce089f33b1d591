package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The cluster's memory: every object, one counter that grows with every change, and the recent changes.
///
/// Objects handed out are shared and must not be changed; writers get a copy of their own inside the lock, so that what
/// they decide is decided on the current state. A write that changes nothing moves no version, as on a real server.
public final class ObjectStore {

    private final InstantSource clock;
    private final RandomGenerator random;
    private final int remembered;
    private final TreeMap<ObjectKey, ObjectNode> objects = new TreeMap<>();
    private final Deque<StoredChange> history = new ArrayDeque<>();
    private final Set<WatchFeed> feeds = new HashSet<>();
    private long version = 1000;
    private long forgotten = version;

    /// @param remembered how many changes a watcher or a paged list may be behind
    public ObjectStore(InstantSource clock, RandomGenerator random, int remembered) {
        this.clock = clock;
        this.random = random;
        this.remembered = remembered;
    }

    public synchronized Optional<ObjectNode> find(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    /// @throws Refusal when it does not exist
    public ObjectNode get(ObjectKey key) {
        return find(key).orElseThrow(() -> Refusal.notFound(key));
    }

    /// @param namespace empty for all
    public synchronized Listing list(ResourceKind kind, String namespace) {
        return new Listing(version, select(objects, kind, namespace));
    }

    /// The objects as they were at an earlier version: what a list that is read in pages needs.
    public synchronized Listing listAt(ResourceKind kind, String namespace, long wanted) {
        if (wanted < forgotten) {
            throw Refusal.expired("The provided continue parameter is too old to display a consistent list result."
                    + " You must start a new list without the continue parameter.");
        }
        TreeMap<ObjectKey, ObjectNode> then = new TreeMap<>(objects);
        Iterator<StoredChange> backwards = history.descendingIterator();
        while (backwards.hasNext()) {
            StoredChange change = backwards.next();
            if (change.version() <= wanted) {
                break;
            }
            if (change.previous() == null) {
                then.remove(change.key());
            } else {
                then.put(change.key(), change.previous());
            }
        }
        return new Listing(wanted, select(then, kind, namespace));
    }

    /// Changes after a version.
    ///
    /// @throws Refusal 410 when that version is no longer known
    public synchronized WatchFeed watchFrom(ResourceKind kind, String namespace, long from) {
        if (from < forgotten) {
            throw Refusal.expired("too old resource version: " + from + " (" + forgotten + ")");
        }
        if (from > version) {
            throw Refusal.tooLargeVersion(from, version);
        }
        WatchFeed feed = new WatchFeed(kind, namespace, new Listing(from, List.of()), this::drop);
        history.stream().filter(change -> change.version() > from).forEach(feed::offer);
        feeds.add(feed);
        return feed;
    }

    /// Everything that exists, then the changes.
    public synchronized WatchFeed watch(ResourceKind kind, String namespace) {
        WatchFeed feed = new WatchFeed(kind, namespace, list(kind, namespace), this::drop);
        feeds.add(feed);
        return feed;
    }

    public synchronized long version() {
        return version;
    }

    /// Adds an object, giving it what a server gives and it does not have yet: uid, time, version, generation.
    public synchronized ObjectNode create(ResourceKind kind, ObjectNode wanted, Commit commit) {
        ObjectNode object = wanted.deepCopy();
        object.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        ObjectKey key = ObjectKey.of(kind, object);
        if (objects.containsKey(key)) {
            throw Refusal.alreadyExists(key);
        }
        ObjectNode metadata = Fields.child(object, "metadata");
        if (!metadata.has("uid")) {
            metadata.put("uid", newUid());
        }
        if (!metadata.has("creationTimestamp")) {
            metadata.put("creationTimestamp", Fields.time(clock.instant()));
        }
        if (kind.counting() == ResourceKind.Generation.COUNTED && !metadata.has("generation")) {
            metadata.put("generation", 1);
        }
        if (commit == Commit.STORE) {
            store(key, null, object, StoredChange.Kind.CREATED);
        }
        return object;
    }

    /// Changes an object to what the function makes of a copy of it.
    public synchronized ObjectNode update(ObjectKey key, Commit commit, UnaryOperator<ObjectNode> change) {
        ObjectNode current = get(key);
        ObjectNode next = change.apply(current.deepCopy());
        if (Fields.same(current, next)) {
            return current;
        }
        long generation = current.path("metadata").path("generation").asLong();
        if (key.kind().counting() == ResourceKind.Generation.COUNTED) {
            boolean moved = !Fields.same(current.path("spec"), next.path("spec"));
            Fields.child(next, "metadata").put("generation", moved ? generation + 1 : generation);
        }
        if (commit == Commit.STORE) {
            store(key, current, next, StoredChange.Kind.UPDATED);
        }
        return next;
    }

    /// Removes an object after the check has looked at it; the check refuses by throwing.
    public synchronized ObjectNode delete(ObjectKey key, Commit commit, Consumer<ObjectNode> check) {
        ObjectNode current = get(key);
        check.accept(current);
        ObjectNode last = current.deepCopy();
        if (commit == Commit.STORE) {
            objects.remove(key);
            store(key, current, last, StoredChange.Kind.DELETED);
        }
        return last;
    }

    /// Drops the history, as compaction does: watches from an older version and paged lists expire.
    public synchronized void compact() {
        history.clear();
        forgotten = version;
    }

    /// Ends every watch in the middle.
    public synchronized void cutFeeds() {
        feeds.forEach(WatchFeed::cut);
    }

    private void store(ObjectKey key, @Nullable ObjectNode previous, ObjectNode object, StoredChange.Kind kind) {
        version++;
        Fields.child(object, "metadata").put("resourceVersion", Long.toString(version));
        if (kind != StoredChange.Kind.DELETED) {
            objects.put(key, object);
        }
        StoredChange change = new StoredChange(version, key, previous, object, kind);
        history.addLast(change);
        while (history.size() > remembered) {
            forgotten = history.removeFirst().version();
        }
        feeds.forEach(feed -> feed.offer(change));
    }

    /// A random (version 4) UUID out of the random numbers that were given.
    private String newUid() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & ~(3L << 62) | 1L << 63;
        return new UUID(high, low).toString();
    }

    private synchronized void drop(WatchFeed feed) {
        feeds.remove(feed);
    }

    private static List<ObjectNode> select(TreeMap<ObjectKey, ObjectNode> from, ResourceKind kind, String namespace) {
        List<ObjectNode> found = new ArrayList<>();
        for (Map.Entry<ObjectKey, ObjectNode> entry : from.tailMap(new ObjectKey(kind, namespace, "")).entrySet()) {
            ObjectKey key = entry.getKey();
            if (!key.kind().equals(kind) || !namespace.isEmpty() && !namespace.equals(key.namespace())) {
                break;
            }
            found.add(entry.getValue());
        }
        return found;
    }
}
