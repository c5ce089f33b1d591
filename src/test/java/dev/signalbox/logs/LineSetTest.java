package dev.signalbox.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineSetTest {

    @Test
    void isEmptyAtFirst() {
        LineSet set = new LineSet();
        assertThat(set.count()).isZero();
        assertThat(set.contains(0)).isFalse();
        assertThat(set.next(0)).isEqualTo(-1);
        assertThat(set.previous(1_000_000)).isEqualTo(-1);
        assertThat(set.countBefore(1_000_000)).isZero();
        assertThatThrownBy(() -> set.at(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void takesALineOnce() {
        LineSet set = new LineSet();
        set.add(7);
        set.add(7);
        assertThat(set.count()).isEqualTo(1);
        assertThat(set.contains(7)).isTrue();
        assertThat(set.contains(-1)).isFalse();
    }

    @Test
    void takesARange() {
        LineSet set = new LineSet();
        set.addAll(60, 70);
        assertThat(set.count()).isEqualTo(10);
        assertThat(set.contains(59)).isFalse();
        assertThat(set.contains(69)).isTrue();
        assertThat(set.contains(70)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,1", "0,64", "63,65", "1,200000", "65536,131072", "65535,65537", "5,5", "9,2"})
    void takesARangeAsItWouldTakeItsLines(int from, int to) {
        LineSet set = new LineSet();
        LineSet one = new LineSet();
        set.add(from + 1);
        one.add(from + 1);
        set.addAll(from, to);
        for (int line = from; line < to; line++) {
            one.add(line);
        }
        assertThat(set.count()).isEqualTo(one.count());
        assertThat(set.contains(from)).isEqualTo(one.contains(from));
        assertThat(set.contains(to)).isEqualTo(one.contains(to));
        assertThat(set.contains(to - 1)).isEqualTo(one.contains(to - 1));
        assertThat(set.countBefore(to)).isEqualTo(one.countBefore(to));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersAsASortedSetWould(long seed) {
        Random random = new Random(seed);
        LineSet set = new LineSet();
        TreeSet<Integer> plain = new TreeSet<>();
        for (int i = 0; i < 3_000; i++) {
            int line = random.nextInt(4) == 0 ? random.nextInt(400_000) : 65_500 + random.nextInt(200);
            set.add(line);
            plain.add(line);
        }
        List<Integer> sorted = List.copyOf(plain);
        assertThat(set.count()).isEqualTo(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            assertThat(set.at(i)).isEqualTo(sorted.get(i));
            assertThat(set.countBefore(sorted.get(i))).isEqualTo(i);
        }
        for (int i = 0; i < 2_000; i++) {
            int line = random.nextInt(410_000);
            Integer next = plain.ceiling(line);
            Integer previous = plain.floor(line);
            assertThat(set.next(line)).isEqualTo(next == null ? -1 : next);
            assertThat(set.previous(line)).isEqualTo(previous == null ? -1 : previous);
        }
        assertThatThrownBy(() -> set.at(sorted.size())).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void isSoughtFromBeforeTheFirstLineToo() {
        LineSet set = new LineSet();
        set.add(0);
        assertThat(set.next(-1)).isZero();
        assertThat(set.previous(-1)).isEqualTo(-1);
        assertThat(set.previous(0)).isZero();
    }

    @Test
    void isWalkedRoundAndRound() {
        LineSet set = new LineSet();
        assertThat(set.after(3)).isEqualTo(-1);
        assertThat(set.before(3)).isEqualTo(-1);
        set.add(5);
        set.add(70_000);
        assertThat(set.after(-1)).isEqualTo(5);
        assertThat(set.after(5)).isEqualTo(70_000);
        assertThat(set.after(70_000)).isEqualTo(5);
        assertThat(set.before(70_000)).isEqualTo(5);
        assertThat(set.before(5)).isEqualTo(70_000);
        assertThat(set.before(-1)).isEqualTo(70_000);
    }
}
