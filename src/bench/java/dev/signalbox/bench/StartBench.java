package dev.signalbox.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// From the start of `java` to the console's first window on the practice team, and to the versions in its board's rows.
///
/// The baseline is an almost empty JavaFX window, started in turn with it with the same flags.
final class StartBench implements Bench {

    private static final int WARM_UPS = 1;
    private static final int RUNS = 7;
    private static final int QUICK_RUNS = 3;
    private static final String CONSOLE = "dev.signalbox.wiring.FirstWindow";
    private static final String EMPTY = "dev.signalbox.bench.EmptyWindow";
    private static final String WINDOW = "window";
    private static final String VERSION = ".board-version";

    private final Starts starts;
    private final String sign;
    private final String name;
    private final double limitMillis;

    private StartBench(Starts starts, String sign, String name, double limitMillis) {
        this.starts = starts;
        this.sign = sign;
        this.name = name;
        this.limitMillis = limitMillis;
    }

    static List<Bench> benches() {
        Starts starts = new Starts();
        return List.of(
                new StartBench(starts, WINDOW, "start.first-window", 3_000),
                new StartBench(starts, VERSION, "start.filled-board", 5_000));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Measurement run(Effort effort) throws Exception {
        starts.measure(effort.of(RUNS, QUICK_RUNS));
        return new Measurement(
                starts.median(CONSOLE, sign), "ms", starts.median(EMPTY, WINDOW), new Limit.ValueAtMost(limitMillis));
    }

    /// The processes that were started, measured once for both signs.
    private static final class Starts {

        private final Map<String, List<Long>> nanos = new HashMap<>();

        void measure(int runs) throws IOException, InterruptedException {
            if (!nanos.isEmpty()) {
                return;
            }
            for (int i = 0; i < WARM_UPS + runs; i++) {
                start(CONSOLE, WINDOW, VERSION);
                start(EMPTY, WINDOW);
            }
        }

        double median(String main, String sign) {
            List<Long> all = nanos.getOrDefault(main + sign, List.of());
            return Timing.ofNanos(all.stream().skip(WARM_UPS).mapToLong(Long::longValue).toArray()).medianMillis();
        }

        private void start(String main, String... signs) throws IOException, InterruptedException {
            Path folder = Files.createTempDirectory("signalbox-bench");
            long begin = System.nanoTime();
            try (OwnProcess process = OwnProcess.start(main, List.of(), List.of(folder.toString()))) {
                for (String sign : signs) {
                    process.await(sign);
                    nanos.computeIfAbsent(main + sign, key -> new ArrayList<>()).add(System.nanoTime() - begin);
                }
            } finally {
                OwnProcess.delete(folder);
            }
        }
    }
}
