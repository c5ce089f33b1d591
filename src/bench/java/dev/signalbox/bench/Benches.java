package dev.signalbox.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// Runs every bench, writes their table and fails when a limit is broken.
final class Benches {

    static final String HEADER = "name\tvalue\tunit\tbaseline\tratio\tlimit";

    /// Every bench there is; one that is not named here is not run.
    private static final List<Bench> ALL = Stream.of(
            RollBackBench.benches(), List.<Bench>of(new ClusterFreshnessBench()), GitHubBench.benches(),
            StartBench.benches(), BoardBench.benches(), List.<Bench>of(new PodsBench()), TimeLapseBench.benches(),
            LogBench.benches(), List.<Bench>of(new HistoryBench(), new KeptLogsBench()),
            SizeBench.benches(System.getProperty("bench.installers", "")),
            InstalledBench.benches(System.getProperty("bench.installers", "")))
            .flatMap(List::stream)
            .toList();

    /// What a quick run of everything may take.
    private static final Duration QUICK = Duration.ofMinutes(10);

    private final PrintStream out;
    private final Effort effort;
    private final LongSupplier ticker;

    /// @param ticker nanoseconds, as from [System#nanoTime]
    Benches(PrintStream out, Effort effort, LongSupplier ticker) {
        this.out = out;
        this.effort = effort;
        this.ticker = ticker;
    }

    /// Arguments: where the table goes, and optionally how the names of the benches to run begin, with commas between.
    ///
    /// The system property `bench.quick` asks for a quick run; `bench.installers` says where the build made the images that the
    /// installed console is measured by.
    public static void main(String[] arguments) throws IOException {
        Path table = Path.of(arguments[0]);
        Effort effort = Boolean.getBoolean("bench.quick") ? Effort.QUICK : Effort.FULL;
        Benches benches = new Benches(System.out, effort, System::nanoTime);
        System.exit(benches.run(chosen(ALL, arguments.length > 1 ? arguments[1] : ""), table) ? 0 : 1);
    }

    /// Those whose names begin with one of the words between the commas.
    static List<Bench> chosen(List<Bench> all, String only) {
        List<String> beginnings = Arrays.asList(only.split(","));
        return all.stream()
                .filter(bench -> beginnings.stream().anyMatch(beginning -> bench.name().startsWith(beginning)))
                .toList();
    }

    /// @return whether every bench ran and kept its limit, and all of them together theirs when they are to be quick
    boolean run(List<Bench> benches, Path table) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        boolean good = true;
        long begin = ticker.getAsLong();
        out.println(HEADER);
        for (Bench bench : benches) {
            try {
                Measurement measured = bench.run(effort);
                lines.add(measured.line(bench.name()));
                out.println(measured.line(bench.name()));
                if (!measured.isWithinLimit()) {
                    good = false;
                    out.println("  limit broken: " + bench.name());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (Exception e) {
                // One broken bench must not hide what the others measure.
                good = false;
                out.println("  not measured: " + bench.name() + ": " + e);
            }
        }
        Duration took = Duration.ofNanos(ticker.getAsLong() - begin);
        out.println("  took " + took.toSeconds() + " s");
        if (effort == Effort.QUICK && took.compareTo(QUICK) > 0) {
            good = false;
            out.println("  too slow for a quick run: at most " + QUICK.toSeconds() + " s");
        }
        Files.createDirectories(table.toAbsolutePath().getParent());
        Files.write(table, lines);
        return good;
    }
}
