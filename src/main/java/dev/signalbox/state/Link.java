package dev.signalbox.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An entry of a [HashTrie], and the rest of its bucket. Immutable; equal to any entry with an equal key and value.
final class Link<K, V> implements Map.Entry<K, V> {

    private final int hash;
    private final K key;
    private final V value;
    private final @Nullable Link<K, V> next;

    private Link(int hash, K key, V value, @Nullable Link<K, V> next) {
        this.hash = hash;
        this.key = key;
        this.value = value;
        this.next = next;
    }

    /// The entry of a key in a bucket.
    static <K, V> @Nullable Link<K, V> find(@Nullable Link<K, V> bucket, int hash, Object key) {
        for (Link<K, V> at = bucket; at != null; at = at.next) {
            if (at.hash == hash && (at.key == key || at.key.equals(key))) {
                return at;
            }
        }
        return null;
    }

    /// The bucket with that entry: in place of the one of an equal key, which keeps its key object, or at its end.
    static <K, V> Link<K, V> with(@Nullable Link<K, V> bucket, int hash, K key, V value) {
        Link<K, V> known = find(bucket, hash, key);
        return known == null
                ? chained(before(bucket, null), new Link<>(hash, key, value, null))
                : chained(before(bucket, known), new Link<>(hash, known.key, value, known.next));
    }

    /// The bucket without one of its entries.
    static <K, V> @Nullable Link<K, V> without(Link<K, V> bucket, Link<K, V> gone) {
        List<Link<K, V>> before = before(bucket, gone);
        Link<K, V> rest = gone.next;
        if (before.isEmpty() || rest == null) {
            // Nothing to hang before the rest, or no rest to hang anything before.
            return before.isEmpty() ? rest : chained(before.subList(0, before.size() - 1), before.getLast().alone());
        }
        return chained(before, rest);
    }

    private Link<K, V> alone() {
        return new Link<>(hash, key, value, null);
    }

    /// The entries of a bucket that stand before one of them; all when that one is missing.
    private static <K, V> List<Link<K, V>> before(@Nullable Link<K, V> bucket, @Nullable Link<K, V> end) {
        if (bucket == end) {
            return List.of();
        }
        List<Link<K, V>> before = new ArrayList<>();
        for (Link<K, V> at = bucket; at != null && at != end; at = at.next) {
            before.add(at);
        }
        return before;
    }

    /// No recursion: names that somebody made to collide give long buckets.
    private static <K, V> Link<K, V> chained(List<Link<K, V>> before, Link<K, V> rest) {
        Link<K, V> chain = rest;
        for (Link<K, V> one : before.reversed()) {
            chain = new Link<>(one.hash, one.key, one.value, chain);
        }
        return chain;
    }

    @Nullable
    Link<K, V> next() {
        return next;
    }

    @Override
    public K getKey() {
        return key;
    }

    @Override
    public V getValue() {
        return value;
    }

    @Override
    public V setValue(V other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Map.Entry<?, ?> entry && key.equals(entry.getKey()) && value.equals(entry.getValue());
    }

    @Override
    public int hashCode() {
        return key.hashCode() ^ value.hashCode();
    }

    @Override
    public String toString() {
        return key + "=" + Objects.toString(value);
    }
}
