package dev.signalbox.state;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// An immutable map in the making: each real change makes the next one, which shares the rest with it.
class Table<K, V> {

    private Map<K, V> now;

    Table(Map<K, V> before) {
        now = before;
    }

    V or(K key, V other) {
        V known = now.get(key);
        return known == null ? other : known;
    }

    void put(K key, V value) {
        if (!value.equals(now.get(key))) {
            now = sharing().plus(key, value);
        }
    }

    void remove(K key) {
        if (now.containsKey(key)) {
            now = sharing().minus(key);
        }
    }

    void keep(Predicate<K> wanted) {
        List<K> unwanted = now.keySet().stream().filter(wanted.negate()).toList();
        if (!unwanted.isEmpty()) {
            now = sharing().minusAll(unwanted);
        }
    }

    void computeIfAbsent(K key, Function<K, V> make) {
        if (!now.containsKey(key)) {
            now = sharing().plus(key, make.apply(key));
        }
    }

    void alter(K key, UnaryOperator<V> change) {
        V known = now.get(key);
        if (known != null) {
            put(key, change.apply(known));
        }
    }

    /// The key, other than `but`, whose value comes first in an order.
    Optional<K> leastOf(K but, Comparator<V> order) {
        return now.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(but))
                .min(Map.Entry.comparingByValue(order))
                .map(Map.Entry::getKey);
    }

    int size() {
        return now.size();
    }

    Collection<V> values() {
        return now.values();
    }

    Map<K, V> result() {
        return now;
    }

    private PMap<K, V> sharing() {
        return now instanceof PMap<K, V> already ? already : HashTreePMap.from(now);
    }
}
