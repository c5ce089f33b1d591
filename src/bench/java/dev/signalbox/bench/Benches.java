package dev.signalbox.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Runs every bench, writes their table and fails when a limit is broken.
final class Benches {

    static final String HEADER = "name\tvalue\tunit\tbaseline\tratio\tlimit";

    /// Every bench there is; one that is not named here is not run.
    private static final List<Bench> ALL = Stream.of(
            RollBackBench.benches(), List.<Bench>of(new ClusterFreshnessBench()), GitHubBench.benches())
            .flatMap(List::stream)
            .toList();

    private final PrintStream out;

    Benches(PrintStream out) {
        this.out = out;
    }

    /// Arguments: where the table goes, and optionally how the names of the benches to run begin.
    public static void main(String[] arguments) throws IOException {
        Path table = Path.of(arguments[0]);
        String only = arguments.length > 1 ? arguments[1] : "";
        List<Bench> chosen =
                ALL.stream().filter(bench -> bench.name().startsWith(only)).toList();
        System.exit(new Benches(System.out).run(chosen, table) ? 0 : 1);
    }

    /// @return whether every bench ran and kept its limit
    boolean run(List<Bench> benches, Path table) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        boolean good = true;
        out.println(HEADER);
        for (Bench bench : benches) {
            try {
                Measurement measured = bench.run();
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
        Files.createDirectories(table.toAbsolutePath().getParent());
        Files.write(table, lines);
        return good;
    }
}
