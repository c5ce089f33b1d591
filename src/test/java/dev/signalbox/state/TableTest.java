package dev.signalbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {

    private final Map<String, Integer> before = Map.of("a", 1, "b", 2);
    private final Table<String, Integer> table = new Table<>(before);

    @Test
    void givesTheVerySameMapBackWhenNothingReallyChanged() {
        table.put("a", 1);
        table.remove("missing");
        table.computeIfAbsent("b", k -> 99);
        table.alter("missing", v -> v + 1);
        table.alter("a", v -> v);

        assertThat(table.result()).isSameAs(before);
    }

    @Test
    void leavesTheMapBeforeAloneAndShowsItsOwnChangesAtOnce() {
        table.put("a", 10);
        table.remove("b");
        table.computeIfAbsent("c", k -> 3);
        table.alter("c", v -> v + 1);

        assertThat(table.or("a", 0)).isEqualTo(10);
        assertThat(table.or("b", 0)).isZero();
        assertThat(table.size()).isEqualTo(2);
        assertThat(table.values()).containsExactlyInAnyOrder(10, 4);
        assertThat(table.result()).isEqualTo(Map.of("a", 10, "c", 4));
        assertThat(before).isEqualTo(Map.of("a", 1, "b", 2));
    }

    @Test
    void whatComesOutCannotBeChanged() {
        table.put("c", 3);

        assertThatThrownBy(() -> table.result().put("d", 4)).isInstanceOf(UnsupportedOperationException.class);
    }

    /// A state that somebody still shows keeps what it showed.
    @Test
    void theNextTableLeavesTheResultOfTheOneBeforeAlone() {
        table.put("c", 3);
        Map<String, Integer> first = table.result();
        Table<String, Integer> next = new Table<>(first);
        next.put("c", 4);
        next.remove("a");

        assertThat(first).isEqualTo(Map.of("a", 1, "b", 2, "c", 3));
        assertThat(next.result()).isEqualTo(Map.of("b", 2, "c", 4));
    }

    @Test
    void keepsWhatIsWantedAndFindsTheLeastOfTheOthers() {
        table.put("c", 3);
        table.keep(key -> !key.equals("b"));

        assertThat(table.result()).isEqualTo(Map.of("a", 1, "c", 3));
        assertThat(table.leastOf("a", Comparator.naturalOrder())).contains("c");
        assertThat(table.leastOf("z", Comparator.naturalOrder())).contains("a");
        table.keep(key -> key.equals("a"));
        assertThat(table.leastOf("a", Comparator.naturalOrder())).isEmpty();
    }
}
