package dev.signalbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HashTrieTest {

    private static final int MANY = 10_000;

    /// A key whose hash is chosen: few hashes make long buckets.
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
            HashTrie<Key, Integer> trie = HashTrie.of(Map.of());
            Map<HashTrie<Key, Integer>, Map<Key, Integer>> moments = new LinkedHashMap<>();
            int most = hashes < 10 ? 60 : 900;
            for (int round = 0; round < 6_000; round++) {
                boolean growing = round / 1_500 % 2 == 0;
                Key key = new Key(random.nextInt(most), hashes);
                if (random.nextInt(4) == 0 == growing) {
                    plain.remove(key);
                    trie = trie.without(key);
                } else {
                    plain.put(key, round);
                    trie = trie.with(key, round);
                }
                assertThat(trie.get(key)).isEqualTo(plain.get(key));
                assertThat(trie.size()).isEqualTo(plain.size());
                if (round % 500 == 0) {
                    same(trie, plain);
                    moments.put(trie, Map.copyOf(plain));
                }
            }
            same(trie, plain);
            moments.forEach(HashTrieTest::same);
        }
    }

    private static void same(HashTrie<Key, Integer> trie, Map<Key, Integer> plain) {
        Map<Key, Integer> walked = new HashMap<>();
        trie.forEach((key, value) -> assertThat(walked.put(key, value)).isNull());
        assertThat(walked).isEqualTo(plain);
        assertThat(trie).isEqualTo(plain).hasSameHashCodeAs(plain);
        assertThat(plain).isEqualTo(trie);
        assertThat(trie.keySet()).isEqualTo(plain.keySet());
        assertThat(trie.values()).containsExactlyInAnyOrderElementsOf(plain.values());
        plain.keySet().forEach(key -> assertThat(trie.containsKey(key)).isTrue());
        assertThat(trie.entrySet()).isEqualTo(plain.entrySet());
    }

    @Test
    void goesThroughItsEntriesInTheOrderOfAnOrdinaryMapThatGrew() {
        Random random = new Random(5);
        for (int size : new int[] {0, 1, 12, 13, 192, 193, 700, 5_000}) {
            Map<Integer, Integer> plain = new HashMap<>();
            HashTrie<Integer, Integer> trie = HashTrie.of(Map.of());
            for (int i = 0; i < size; i++) {
                int key = random.nextInt();
                plain.put(key, i);
                trie = trie.with(key, i);
            }
            assertThat(List.copyOf(trie.keySet())).isEqualTo(List.copyOf(plain.keySet()));
            assertThat(List.copyOf(HashTrie.of(plain).values())).isEqualTo(List.copyOf(plain.values()));
        }
    }

    @Test
    void aChangedEntryStaysWhereItStood() {
        HashTrie<Key, Integer> trie = HashTrie.of(Map.of());
        for (int i = 0; i < 9; i++) {
            trie = trie.with(new Key(i, 1), i);
        }
        List<Key> before = List.copyOf(trie.keySet());

        assertThat(List.copyOf(trie.with(new Key(4, 1), 99).keySet())).isEqualTo(before);
        assertThat(List.copyOf(trie.without(new Key(4, 1)).keySet()))
                .isEqualTo(before.stream().filter(key -> key.number() != 4).toList());
    }

    /// What a change costs does not grow with the map: an ordinary copy would take half a megabyte.
    @Test
    void aChangeAmongTenThousandCopiesLessThanAKilobyte() {
        Map<Integer, Integer> plain = new HashMap<>();
        for (int i = 0; i < MANY; i++) {
            plain.put(i * 7_919, i);
        }
        HashTrie<Integer, Integer> trie = HashTrie.of(plain);
        Integer other = 1_000_000;
        List<Integer> keys = List.copyOf(plain.keySet());
        for (Integer key : keys) {
            trie = trie.with(key, other);
        }
        long before = allocated();
        for (Integer key : keys) {
            trie = trie.with(key, other);
        }
        assertThat((allocated() - before) / MANY).isPositive().isLessThan(1_000);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /// Names that somebody made to collide make it slow, as they do any map, and break nothing.
    @Test
    void bearsThousandsOfKeysInOneBucket() {
        HashTrie<Key, Integer> trie = HashTrie.of(Map.of());
        for (int i = 0; i < 3_000; i++) {
            trie = trie.with(new Key(i, 1), i);
        }
        assertThat(trie).hasSize(3_000).containsEntry(new Key(2_999, 1), 2_999);
        for (int i = 0; i < 3_000; i += 2) {
            trie = trie.without(new Key(i, 1));
        }
        assertThat(trie).hasSize(1_500).containsEntry(new Key(2_999, 1), 2_999).doesNotContainKey(new Key(0, 1));
    }

    @Test
    void aMapThatLostNearlyAllIsWalkedQuickly() {
        HashTrie<Integer, Integer> trie = HashTrie.of(Map.of());
        for (int i = 0; i < MANY; i++) {
            trie = trie.with(i, i);
        }
        for (int i = 3; i < MANY; i++) {
            trie = trie.without(i);
        }
        assertThat(trie).isEqualTo(Map.of(0, 0, 1, 1, 2, 2));
        assertThat(trie.buckets()).isLessThan(100);
    }

    @Test
    void removingWhatIsNotThereGivesTheSameMap() {
        HashTrie<String, Integer> trie = HashTrie.of(Map.of("a", 1));

        assertThat(trie.without("b")).isSameAs(trie);
        assertThat(HashTrie.of(trie)).isSameAs(trie);
        assertThat(trie.get(null)).isNull();
        assertThat(trie.containsKey(null)).isFalse();
        assertThat(trie.getOrDefault("b", 9)).isEqualTo(9);
    }

    @Test
    void nobodyCanChangeIt() {
        HashTrie<String, Integer> trie = HashTrie.of(Map.of("a", 1));
        Iterator<Map.Entry<String, Integer>> walk = trie.entrySet().iterator();
        Map.Entry<String, Integer> entry = walk.next();

        List<Runnable> attempts = new ArrayList<>(List.of(
                () -> trie.put("b", 2), () -> trie.remove("a"), trie::clear, () -> entry.setValue(2), walk::remove,
                () -> trie.keySet().remove("a"), () -> trie.values().clear()));
        attempts.forEach(attempt -> assertThatThrownBy(attempt::run).isInstanceOf(UnsupportedOperationException.class));

        assertThat(trie).isEqualTo(Map.of("a", 1)).hasToString("{a=1}");
        assertThat(walk.hasNext()).isFalse();
        assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
    }
}
