package dev.signalbox.state;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// An immutable map that is copied at the first real change.
class Table<K, V> {

    private final Map<K, V> before;
    private @Nullable Map<K, V> copy;

    Table(Map<K, V> before) {
        this.before = before;
    }

    V or(K key, V other) {
        V known = now().get(key);
        return known == null ? other : known;
    }

    void put(K key, V value) {
        if (!value.equals(now().get(key))) {
            writable().put(key, value);
        }
    }

    void remove(K key) {
        if (now().containsKey(key)) {
            writable().remove(key);
        }
    }

    void keep(Predicate<K> wanted) {
        List.copyOf(now().keySet()).stream().filter(wanted.negate()).forEach(this::remove);
    }

    void computeIfAbsent(K key, Function<K, V> make) {
        if (!now().containsKey(key)) {
            writable().put(key, make.apply(key));
        }
    }

    void alter(K key, UnaryOperator<V> change) {
        V known = now().get(key);
        if (known != null) {
            put(key, change.apply(known));
        }
    }

    /// The key, other than `but`, whose value comes first in an order.
    Optional<K> leastOf(K but, Comparator<V> order) {
        return now().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(but))
                .min(Map.Entry.comparingByValue(order))
                .map(Map.Entry::getKey);
    }

    int size() {
        return now().size();
    }

    Collection<V> values() {
        return now().values();
    }

    Map<K, V> result() {
        return copy == null ? before : Collections.unmodifiableMap(copy);
    }

    private Map<K, V> now() {
        return copy == null ? before : copy;
    }

    private Map<K, V> writable() {
        Map<K, V> map = copy;
        if (map == null) {
            map = new HashMap<>(before);
            copy = map;
        }
        return map;
    }
}
