package dev.signalbox.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/// The installed console beside an almost empty JavaFX window that is packaged the same way: the same runtime, the same flags,
/// a cache of classes of its own. Each is started by its own launcher, in turn, on a virtual screen that is looked at from
/// outside, so that nothing in the programs differs from what people get.
///
/// The console is started as the menu does it. It connects to fifty services in other processes as it would to real ones, and finds what it wrote in earlier
/// starts.
final class InstalledBench implements Bench {

    private static final int WARM_UPS = 2;
    private static final int RUNS = 9;
    private static final int QUICK_RUNS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// So many lines are in the board's cells when it shows what was known last time, and not half of it on any other screen.
    private static final int LINES = 12;

    /// Until everything has been read anew and shown.
    private static final Duration SETTLED = Duration.ofSeconds(15);

    /// Until what the board shows has been kept for the next start, which is done every half minute.
    private static final Duration KEPT = Duration.ofSeconds(45);

    private final String name;
    private final Starts starts;
    private final String unit;
    private final ToDoubleFunction<List<Start>> figure;
    private final double limit;

    private InstalledBench(
            String name, Starts starts, String unit, ToDoubleFunction<List<Start>> figure, double limit) {
        this.name = name;
        this.starts = starts;
        this.unit = unit;
        this.figure = figure;
        this.limit = limit;
    }

    /// @param installers where the build made the images; empty when there are none, and then there is nothing to measure
    static List<Bench> benches(String installers) {
        if (installers.isEmpty()) {
            return List.of();
        }
        Starts starts = new Starts(Path.of(installers));
        return List.of(
                new InstalledBench("installed.first-window", starts, "ms", all -> medianMillis(all, Start::text), 1.5),
                new InstalledBench("installed.board", starts, "ms", all -> medianMillis(all, Start::board), 1.5),
                new InstalledBench("installed.resident", starts, "MB", InstalledBench::medianResident, 1.6));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Measurement run(Effort effort) throws Exception {
        starts.measure(WARM_UPS + effort.of(RUNS, QUICK_RUNS));
        return new Measurement(
                figure.applyAsDouble(starts.console), unit, figure.applyAsDouble(starts.empty),
                new Limit.RatioAtMost(limit));
    }

    static double medianMillis(List<Start> all, ToLongFunction<Start> nanos) {
        return Timing.ofNanos(all.stream().skip(WARM_UPS).mapToLong(nanos).toArray()).medianMillis();
    }

    static double medianResident(List<Start> all) {
        double[] sorted = all.stream().skip(WARM_UPS).mapToDouble(Start::megabytes).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /// @param text nanoseconds until there was text on the screen
    /// @param board nanoseconds until the board showed what was known last time; of an empty window, until there was text
    /// @param megabytes resident when everything had settled
    record Start(long text, long board, double megabytes) {}

    /// What was started, once for all figures.
    private static final class Starts {

        private final Path installers;
        private final List<Start> console = new ArrayList<>();
        private final List<Start> empty = new ArrayList<>();

        private Starts(Path installers) {
            this.installers = installers;
        }

        void measure(int runs) throws IOException, InterruptedException {
            if (!console.isEmpty()) {
                return;
            }
            Path folder = Files.createTempDirectory("signalbox-bench");
            try (VirtualScreen screen = VirtualScreen.open(); PracticeServers servers = PracticeServers.start(folder)) {
                Map<String, String> environment = new HashMap<>(servers.environment());
                environment.put("DISPLAY", screen.display());
                for (int i = 0; i < runs; i++) {
                    // The first one knows nothing of earlier, and stays until it has kept something for the others.
                    int lines = i == 0 ? 0 : LINES;
                    Duration stay = i == 0 ? KEPT : SETTLED;
                    console.add(start(screen, "image/signalbox", environment, List.of(), lines, stay));
                    empty.add(start(screen, "empty/image/signalbox", environment, List.of("stay"), 0, SETTLED));
                }
            } finally {
                OwnProcess.delete(folder);
            }
        }

        private Start start(
                VirtualScreen screen, String image, Map<String, String> environment, List<String> arguments, int lines,
                Duration stay)
                throws IOException {
            screen.awaitBlack(PATIENCE);
            long begin = System.nanoTime();
            try (InstalledProgram program = InstalledProgram.start(installers.resolve(image), environment, arguments)) {
                screen.awaitText(PATIENCE);
                long text = System.nanoTime() - begin;
                screen.awaitCells(lines, PATIENCE);
                long board = lines == 0 ? text : System.nanoTime() - begin;
                for (long end = System.nanoTime() + stay.toNanos(); System.nanoTime() < end;) {
                    LockSupport.parkNanos(end - System.nanoTime());
                }
                return new Start(text, board, program.resident());
            }
        }
    }
}
