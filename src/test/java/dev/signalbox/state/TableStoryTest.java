package dev.signalbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What tables hold after thousands of changes, and what a change costs.
class TableStoryTest {

    private static final int MANY = 10_000;

    /// A key whose hash is chosen: few hashes put many keys in one place.
    private record Key(int number, int hashes) {

        @Override
        public int hashCode() {
            return number % hashes * 0x9E37_79B9;
        }
    }

    /// Whatever comes and goes in whatever order, it holds what an ordinary map holds, and so does every map before.
    @Test
    void neverDiffersFromAnOrdinaryMap() {
        for (int hashes : new int[] {1, 3, 40, 4_000, Integer.MAX_VALUE}) {
            Random random = new Random(hashes);
            Map<Key, Integer> plain = new HashMap<>();
            Map<Key, Integer> now = Map.of();
            Map<Map<Key, Integer>, Map<Key, Integer>> moments = new LinkedHashMap<>();
            int most = hashes < 10 ? 60 : 900;
            for (int round = 0; round < 6_000; round++) {
                boolean growing = round / 1_500 % 2 == 0;
                Key key = new Key(random.nextInt(most), hashes);
                Table<Key, Integer> table = new Table<>(now);
                if (random.nextInt(4) == 0 == growing) {
                    plain.remove(key);
                    table.remove(key);
                } else {
                    plain.put(key, round);
                    table.put(key, round);
                }
                now = table.result();
                assertThat(now.get(key)).isEqualTo(plain.get(key));
                assertThat(now.size()).isEqualTo(plain.size());
                if (round % 500 == 0) {
                    same(now, plain);
                    moments.put(now, Map.copyOf(plain));
                }
            }
            same(now, plain);
            moments.forEach(TableStoryTest::same);
        }
    }

    private static void same(Map<Key, Integer> shared, Map<Key, Integer> plain) {
        Map<Key, Integer> walked = new HashMap<>();
        shared.forEach((key, value) -> assertThat(walked.put(key, value)).isNull());
        assertThat(walked).isEqualTo(plain);
        assertThat(shared).isEqualTo(plain).hasSameHashCodeAs(plain);
        assertThat(plain).isEqualTo(shared);
        assertThat(shared.keySet()).isEqualTo(plain.keySet());
        assertThat(shared.values()).containsExactlyInAnyOrderElementsOf(plain.values());
        plain.keySet().forEach(key -> assertThat(shared.containsKey(key)).isTrue());
        assertThat(shared.entrySet()).isEqualTo(plain.entrySet());
    }

    /// What a change costs does not grow with the map: an ordinary copy would take half a megabyte.
    @Test
    void aChangeAmongTenThousandCopiesLessThanAKilobyte() {
        Map<Integer, Integer> plain = new HashMap<>();
        for (int i = 0; i < MANY; i++) {
            plain.put(i * 7_919, i);
        }
        Table<Integer, Integer> table = new Table<>(plain);
        Integer other = 1_000_000;
        Integer another = 2_000_000;
        List<Integer> keys = List.copyOf(plain.keySet());
        keys.forEach(key -> table.put(key, other));
        long before = allocated();
        for (Integer key : keys) {
            table.put(key, another);
        }
        assertThat((allocated() - before) / MANY).isPositive().isLessThan(1_000);
        assertThat(table.values()).hasSize(MANY).containsOnly(another);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /// Names that somebody made to collide make it slow, as they do any map, and break nothing.
    @Test
    void bearsThousandsOfKeysInOnePlace() {
        Table<Key, Integer> table = new Table<>(Map.of());
        for (int i = 0; i < 2_000; i++) {
            table.put(new Key(i, 1), i);
        }
        assertThat(table.result()).hasSize(2_000).containsEntry(new Key(1_999, 1), 1_999);
        table.keep(key -> key.number() % 2 == 1);
        assertThat(table.result()).hasSize(1_000).containsEntry(new Key(1_999, 1), 1_999)
                .doesNotContainKey(new Key(0, 1));
    }

    @Test
    void nobodyCanChangeWhatComesOut() {
        Table<String, Integer> table = new Table<>(Map.of());
        table.put("a", 1);
        Map<String, Integer> shared = table.result();
        Iterator<Map.Entry<String, Integer>> walk = shared.entrySet().iterator();
        Map.Entry<String, Integer> entry = walk.next();

        List<Runnable> attempts = List.of(
                () -> shared.put("b", 2), () -> shared.remove("a"), shared::clear, () -> entry.setValue(2),
                walk::remove, () -> shared.keySet().remove("a"), () -> shared.values().clear());
        attempts.forEach(attempt -> assertThatThrownBy(attempt::run).isInstanceOf(UnsupportedOperationException.class));

        assertThat(shared).isEqualTo(Map.of("a", 1)).hasToString("{a=1}");
    }
}
