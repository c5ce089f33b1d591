package dev.signalbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchesTest {

    private final Benches benches = new Benches(new PrintStream(OutputStream.nullOutputStream()));

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
            public Measurement run() throws IOException {
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
            public Measurement run() {
                return measured;
            }
        };
    }
}
