package dev.signalbox.practice.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LotsTest {

    private static long[] draw(Lots lots) {
        return LongStream.generate(lots::nextLong).limit(100).toArray();
    }

    @Test
    void theSameSeedDrawsTheSame() {
        assertThat(draw(new Lots(42))).isEqualTo(draw(new Lots(42))).isNotEqualTo(draw(new Lots(43)));
    }

    @Test
    void drawsAreSpread() {
        Lots lots = new Lots(0);
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            seen.add(lots.nextInt(12));
            assertThat(lots.nextDouble(0.85, 1.25)).isBetween(0.85, 1.25);
        }
        assertThat(seen).hasSize(12);
    }
}
