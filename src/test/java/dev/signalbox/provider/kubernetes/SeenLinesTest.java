package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenLinesTest {

    private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");

    private final SeenLines seen = new SeenLines();

    private boolean take(Instant at, String line) {
        return seen.isNew(at, (at + " " + line).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void asksForEverythingUntilSomethingWasSeen() {
        assertThat(seen.since()).isNull();
        assertThat(take(TEN.plusMillis(2_700), "a")).isTrue();
        assertThat(seen.since()).as("whole seconds, one more than needed").isEqualTo(TEN.plusSeconds(1));
    }

    @Test
    void leavesOutWhatIsReadAgain() {
        assertThat(take(TEN, "a")).isTrue();
        assertThat(take(TEN, "b")).isTrue();
        seen.again();
        assertThat(take(TEN, "a")).isFalse();
        assertThat(take(TEN, "b")).isFalse();
        assertThat(take(TEN, "c")).isTrue();
    }

    @Test
    void keepsEqualLinesThatWereReallyWrittenTwice() {
        assertThat(take(TEN, "tick")).isTrue();
        assertThat(take(TEN, "tick")).as("in one reading every line counts").isTrue();
        seen.again();
        assertThat(take(TEN, "tick")).isFalse();
        assertThat(take(TEN, "tick")).isFalse();
        assertThat(take(TEN, "tick")).as("the third was written meanwhile").isTrue();
    }

    @Test
    void takesALineThatComesLateOutOfOrder() {
        assertThat(take(TEN.plusMillis(20), "out")).isTrue();
        seen.again();
        assertThat(take(TEN.plusMillis(10), "err")).as("older than the last, but never seen").isTrue();
        assertThat(take(TEN.plusMillis(20), "out")).isFalse();
    }

    @Test
    void forgetsAllWhenAnotherContainerWrites() {
        assertThat(take(TEN, "a")).isTrue();
        seen.forget();
        assertThat(seen.since()).isNull();
        assertThat(take(TEN, "a")).isTrue();
    }

    @Test
    void goesByTimeAloneWhenAContainerWritesTooMuch() {
        for (int i = 0; i < 60_000; i++) {
            assertThat(take(TEN.plusNanos(i), "line")).isTrue();
        }
        seen.again();
        assertThat(take(TEN.plusNanos(3), "line")).isFalse();
        assertThat(take(TEN.plusNanos(59_999), "line")).isFalse();
        assertThat(take(TEN.plusNanos(60_000), "line")).isTrue();
    }

    /// The log breaks off anywhere, again and again; each time the server gives all from the second that is asked for.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void losesAndDoublesNothingWhereverALogBreaksOff(long seed) {
        Random random = new Random(seed);
        List<Instant> times = new ArrayList<>();
        List<String> log = new ArrayList<>();
        Instant at = TEN;
        for (int i = 0; i < 2_000; i++) {
            at = at.plusMillis(random.nextInt(4) == 0 ? random.nextInt(900) : 0);
            times.add(at);
            log.add("line " + random.nextInt(3));
        }
        List<String> told = new ArrayList<>();
        int written = 0;
        while (written < log.size()) {
            written = Math.min(log.size(), written + 1 + random.nextInt(60));
            Instant since = seen.since();
            seen.again();
            for (int i = 0; i < written; i++) {
                boolean sent = since == null || !times.get(i).isBefore(since);
                if (sent && take(times.get(i), log.get(i))) {
                    told.add(times.get(i) + log.get(i));
                }
            }
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            all.add(times.get(i) + log.get(i));
        }
        assertThat(told).isEqualTo(all);
    }
}
