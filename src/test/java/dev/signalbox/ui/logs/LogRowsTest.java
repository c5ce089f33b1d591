package dev.signalbox.ui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.logs.LineSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogRowsTest {

    @Test
    void hasARowForEveryLine() {
        LogRows rows = LogRows.of(5, set(), null, 2);
        assertThat(lines(rows)).containsExactly(0, 1, 2, 3, 4);
        assertThat(rows.row(4)).isEqualTo(4);
        assertThat(rows.row(99)).as("the last").isEqualTo(4);
        assertThat(rows.row(-1)).isEqualTo(-1);
        assertThat(rows.line(5)).isEqualTo(-1);
        assertThat(rows.line(-1)).isEqualTo(-1);
        assertThat(rows.has(5)).isFalse();
    }

    @Test
    void leavesOutWhatIsFolded() {
        LogRows rows = LogRows.of(10, set(1, 2, 3, 7), null, 2);
        assertThat(lines(rows)).containsExactly(0, 4, 5, 6, 8, 9);
        assertThat(rows.row(4)).isEqualTo(1);
        assertThat(rows.row(2)).as("the nearest above").isZero();
        assertThat(rows.has(2)).isFalse();
        assertThat(rows.has(8)).isTrue();
    }

    @Test
    void leavesOutFirstAndLastLinesToo() {
        assertThat(lines(LogRows.of(4, set(0, 3), null, 0))).containsExactly(1, 2);
        assertThat(LogRows.of(4, set(0, 3), null, 0).row(0)).as("nothing is above").isEqualTo(-1);
    }

    @Test
    void showsOnlyWhatWasFoundAndAroundIt() {
        assertThat(lines(LogRows.of(20, set(), set(3, 4, 10), 0))).containsExactly(3, 4, 10);
        assertThat(lines(LogRows.of(20, set(), set(3, 4, 10), 1))).containsExactly(2, 3, 4, 5, 9, 10, 11);
        assertThat(lines(LogRows.of(20, set(), set(0, 19), 2))).containsExactly(0, 1, 2, 17, 18, 19);
        assertThat(lines(LogRows.of(20, set(4, 5), set(5), 1))).as("found inside a fold").containsExactly(4, 5, 6);
        assertThat(LogRows.of(20, set(), set(), 2).count()).isZero();
    }

    @Test
    void growsAListWithoutReplacingIt() {
        LineNumbers numbers = new LineNumbers(2);
        int[] added = {0};
        numbers.addListener((javafx.collections.ListChangeListener<Integer>) change -> {
            while (change.next()) {
                added[0] += change.getAddedSize();
                assertThat(change.getRemovedSize()).isZero();
            }
        });
        numbers.growTo(5);
        numbers.growTo(4);
        assertThat(numbers).containsExactly(0, 1, 2, 3, 4);
        assertThat(added[0]).isEqualTo(3);
        assertThat(numbers.indexOf(4)).isEqualTo(4);
        assertThat(numbers.indexOf(5)).isEqualTo(-1);
        assertThat(numbers.contains(3)).isTrue();
        assertThat(numbers.lastIndexOf(9)).isEqualTo(-1);
    }

    private static List<Integer> lines(LogRows rows) {
        return IntStream.range(0, rows.count()).map(rows::line).boxed().toList();
    }

    private static LineSet set(int... lines) {
        LineSet set = new LineSet();
        for (int line : lines) {
            set.add(line);
        }
        return set;
    }
}
