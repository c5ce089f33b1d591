package dev.signalbox.state;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// An immutable hash map that shares what did not change with the map that it was made from: setting one of ten thousand
/// entries copies four short arrays instead of the whole table.
///
/// It has the buckets of [java.util.HashMap], in their order, but they hang in a tree of arrays of sixteen. When there are too
/// many entries for the number of buckets, or far too few, everything is made anew.
final class HashTrie<K, V> extends AbstractMap<K, V> {

    private static final int STEP = 4;
    private static final int WIDTH = 1 << STEP;
    private static final int MOST_BITS = 28;

    /// There are two to the power of it buckets.
    private final int bits;

    /// Arrays of arrays of [Link]s; the first level takes the bits that are left over.
    private final @Nullable Object[] root;

    private final int size;

    private HashTrie(int bits, @Nullable Object[] root, int size) {
        this.bits = bits;
        this.root = root;
        this.size = size;
    }

    /// The same entries; the same object when it is such a map already.
    static <K, V> HashTrie<K, V> of(Map<K, V> map) {
        return map instanceof HashTrie<K, V> trie ? trie : filled(bitsFor(map.size()), map);
    }

    /// This map with that entry.
    HashTrie<K, V> with(K key, V value) {
        if (size >= most(bits) && bits < MOST_BITS && !containsKey(key)) {
            return filled(bits + 1, this).with(key, value);
        }
        int hash = spread(key);
        Link<K, V> bucket = bucket(hash);
        boolean known = Link.find(bucket, hash, key) != null;
        return written(hash, Link.with(bucket, hash, key, value), known ? size : size + 1);
    }

    /// This map without the entry of that key; the same object when there is none.
    HashTrie<K, V> without(K key) {
        int hash = spread(key);
        Link<K, V> bucket = bucket(hash);
        Link<K, V> found = Link.find(bucket, hash, key);
        if (bucket == null || found == null) {
            return this;
        }
        HashTrie<K, V> next = written(hash, Link.without(bucket, found), size - 1);
        // An eighth of what is allowed, so that one that comes and goes does not make everything anew each time.
        return next.size < most(bits) / 8 && bits > STEP ? filled(bitsFor(next.size), next) : next;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        Link<K, V> found = find(key);
        return found == null ? null : found.getValue();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return find(key) != null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> each) {
        entrySet().forEach(entry -> each.accept(entry.getKey(), entry.getValue()));
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new Entries();
    }

    /// How many buckets a walk through it passes.
    int buckets() {
        return mask(bits) + 1;
    }

    private @Nullable Link<K, V> find(@Nullable Object key) {
        if (key == null) {
            return null;
        }
        int hash = spread(key);
        return Link.find(bucket(hash), hash, key);
    }

    private @Nullable Link<K, V> bucket(int hash) {
        @Nullable Object[] leaf = leaf(hash & mask(bits));
        return leaf == null ? null : link(leaf[hash & (WIDTH - 1)]);
    }

    /// The array that holds a bucket; nothing when all that it would hold are empty.
    private @Nullable Object @Nullable [] leaf(int bucket) {
        @Nullable Object[] at = root;
        for (int shift = firstShift(bits); shift > 0; shift -= STEP) {
            at = array(at[bucket >>> shift & (WIDTH - 1)]);
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    /// With another chain in a bucket: copies the arrays on the way to it.
    private HashTrie<K, V> written(int hash, @Nullable Link<K, V> chain, int newSize) {
        @Nullable Object[] top = root.clone();
        @Nullable Object[] at = top;
        for (int shift = firstShift(bits); shift > 0; shift -= STEP) {
            int place = (hash & mask(bits)) >>> shift & (WIDTH - 1);
            @Nullable Object[] below = array(at[place]);
            @Nullable Object[] copy = below == null ? new Object[WIDTH] : below.clone();
            at[place] = copy;
            at = copy;
        }
        at[hash & (WIDTH - 1)] = chain;
        return new HashTrie<>(bits, top, newSize);
    }

    /// A map of so many bits with those entries. Nobody else knows its arrays yet, so they are written in place.
    private static <K, V> HashTrie<K, V> filled(int bits, Map<K, V> entries) {
        @Nullable Object[] top = new Object[WIDTH];
        for (Entry<K, V> entry : entries.entrySet()) {
            int hash = spread(entry.getKey());
            @Nullable Object[] at = top;
            for (int shift = firstShift(bits); shift > 0; shift -= STEP) {
                int place = (hash & mask(bits)) >>> shift & (WIDTH - 1);
                @Nullable Object[] below = array(at[place]);
                if (below == null) {
                    below = new Object[WIDTH];
                    at[place] = below;
                }
                at = below;
            }
            int place = hash & (WIDTH - 1);
            at[place] = Link.with(HashTrie.<K, V>link(at[place]), hash, entry.getKey(), entry.getValue());
        }
        return new HashTrie<>(bits, top, entries.size());
    }

    private static int bitsFor(int size) {
        int bits = STEP;
        while (size > most(bits) && bits < MOST_BITS) {
            bits++;
        }
        return bits;
    }

    /// How many entries so many buckets take.
    private static int most(int bits) {
        return (1 << bits) / 4 * 3;
    }

    private static int mask(int bits) {
        return (1 << bits) - 1;
    }

    private static int firstShift(int bits) {
        return (bits - 1) / STEP * STEP;
    }

    /// As [java.util.HashMap] does: the upper half has a say in the lower bits too.
    private static int spread(Object key) {
        int hash = key.hashCode();
        return hash ^ hash >>> 16;
    }

    private static @Nullable Object @Nullable [] array(@Nullable Object place) {
        return (@Nullable Object[]) place;
    }

    @SuppressWarnings("unchecked") // leaves hold links of this map's own types only
    private static <K, V> @Nullable Link<K, V> link(@Nullable Object place) {
        return (Link<K, V>) place;
    }

    private final class Entries extends AbstractSet<Entry<K, V>> {

        @Override
        public int size() {
            return size;
        }

        @Override
        public Iterator<Entry<K, V>> iterator() {
            return new Walk();
        }
    }

    /// Goes from bucket to bucket.
    private final class Walk implements Iterator<Entry<K, V>> {

        private int bucket = -1;
        private @Nullable Object @Nullable [] leaf;
        private @Nullable Link<K, V> next = advance(null);

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Entry<K, V> next() {
            Link<K, V> link = next;
            if (link == null) {
                throw new NoSuchElementException();
            }
            next = advance(link.next());
            return link;
        }

        private @Nullable Link<K, V> advance(@Nullable Link<K, V> chain) {
            Link<K, V> found = chain;
            while (found == null && bucket < mask(bits)) {
                bucket++;
                if ((bucket & (WIDTH - 1)) == 0) {
                    leaf = leaf(bucket);
                }
                if (leaf == null) {
                    bucket |= WIDTH - 1;
                } else {
                    found = link(leaf[bucket & (WIDTH - 1)]);
                }
            }
            return found;
        }
    }
}
