package dev.signalbox.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchesTest {

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    private final Benches benches = new Benches(NOWHERE, Effort.FULL, () -> 0);

    @TempDir
    private Path folder;

    @Test
    void writesALineForEachBench() throws IOException {
        Bench fast = bench("a.fast", new Measurement(4, "ms", 2, new Limit.ValueAtMost(50)));
        Bench busy = bench("b.busy", new Measurement(9000, "1/s", 18000, new Limit.ValueAtLeast(5000)));

        assertThat(benches.run(List.of(fast, busy), table())).isTrue();
        assertThat(Files.readAllLines(table()))
                .containsExactly(
                        Benches.HEADER,
                        "a.fast\t4.000\tms\t2.000\t2.000\tvalue<=50",
                        "b.busy\t9000.000\t1/s\t18000.000\t0.500\tvalue>=5000");
    }

    @Test
    void failsWhenALimitIsBroken() throws IOException {
        assertThat(
                benches.run(List.of(bench("slow", new Measurement(51, "ms", 1, new Limit.ValueAtMost(50)))), table()))
                .isFalse();
        assertThat(
                benches.run(List.of(bench("slow", new Measurement(9, "1/s", 1, new Limit.ValueAtLeast(10)))), table()))
                .isFalse();
        assertThat(
                benches.run(List.of(bench("slow", new Measurement(4, "ms", 2, new Limit.RatioAtMost(1.5)))), table()))
                .isFalse();
    }

    @Test
    void failsWhenABenchCannotMeasureButStillRunsTheOthers() throws IOException {
        Bench broken = new Bench() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Measurement run(Effort effort) throws IOException {
                throw new IOException("no server");
            }
        };
        Bench good = bench("good", new Measurement(1, "ms", 1, new Limit.RatioAtMost(1.5)));

        assertThat(benches.run(List.of(broken, good), table())).isFalse();
        assertThat(Files.readAllLines(table())).hasSize(2).last().asString().startsWith("good\t");
    }

    @Test
    void readsMedianAndSlowestHundredth() {
        long[] millis = new long[100];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = (millis.length - i) * 1_000_000L;
        }
        Timing timing = Timing.ofNanos(millis);

        assertThat(timing.medianMillis()).isEqualTo(50);
        assertThat(timing.p99Millis()).isEqualTo(99);
    }

    /// On a machine that is too busy nothing may come back in time; that is no number and no fault of an index.
    @Test
    void saysWhenNothingWasTimed() {
        assertThatThrownBy(() -> Timing.ofNanos().p99Millis())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("nothing was timed");
    }

    @Test
    void tellsEveryBenchToBeQuick() throws IOException {
        List<Effort> efforts = new ArrayList<>();
        Bench asked = new Bench() {
            @Override
            public String name() {
                return "asked";
            }

            @Override
            public Measurement run(Effort effort) {
                efforts.add(effort);
                return new Measurement(1, "ms", 1, new Limit.RatioAtMost(1.5));
            }
        };

        assertThat(benches.run(List.of(asked), table())).isTrue();
        assertThat(new Benches(NOWHERE, Effort.QUICK, () -> 0).run(List.of(asked), table())).isTrue();

        assertThat(efforts).containsExactly(Effort.FULL, Effort.QUICK);
        assertThat(Effort.FULL.of(40, 10)).isEqualTo(40);
        assertThat(Effort.QUICK.of(40, 10)).isEqualTo(10);
    }

    @Test
    void failsAQuickRunThatIsNotQuick() throws IOException {
        List<Bench> good = List.of(bench("good", new Measurement(1, "ms", 1, new Limit.RatioAtMost(1.5))));

        assertThat(new Benches(NOWHERE, Effort.QUICK, minutesApart(10)).run(good, table())).isTrue();
        assertThat(new Benches(NOWHERE, Effort.QUICK, minutesApart(11)).run(good, table())).isFalse();
        assertThat(new Benches(NOWHERE, Effort.FULL, minutesApart(11)).run(good, table())).isTrue();
    }

    @Test
    void choosesByTheBeginningsOfNames() {
        Measurement any = new Measurement(1, "ms", 1, new Limit.RatioAtMost(1.5));
        List<Bench> all = List.of(bench("log.search", any), bench("log.open", any), bench("start.window", any));

        assertThat(Benches.chosen(all, "")).isEqualTo(all);
        assertThat(Benches.chosen(all, "log.")).isEqualTo(all.subList(0, 2));
        assertThat(Benches.chosen(all, "log.open,start.")).isEqualTo(all.subList(1, 3));
        assertThat(Benches.chosen(all, "none")).isEmpty();
    }

    private static LongSupplier minutesApart(long minutes) {
        AtomicLong calls = new AtomicLong();
        return () -> Duration.ofMinutes(minutes * calls.getAndIncrement()).toNanos();
    }

    private Path table() {
        return folder.resolve("bench.tsv");
    }

    private static Bench bench(String name, Measurement measured) {
        return new Bench() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Measurement run(Effort effort) {
                return measured;
            }
        };
    }
}
