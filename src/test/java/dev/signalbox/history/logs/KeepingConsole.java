package dev.signalbox.history.logs;

import dev.signalbox.domain.text.Redaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Keeps logs as fast as it can and says each time when one is kept; meant to be killed.
final class KeepingConsole {

    private KeepingConsole() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        LogArchive archive = new LogArchive(folder, 100_000_000, () -> Redaction.SHAPES_ONLY);
        for (int job = Integer.parseInt(arguments[1]);; job++) {
            int seed = job;
            String log = IntStream.range(0, 3_000)
                    .mapToObj(n -> "line " + Integer.toHexString((n + seed) * 0x9E3779B1) + "\n")
                    .collect(Collectors.joining());
            Path file = folder.resolve("child.log");
            Files.writeString(file, log + "marker-" + job + "-end\n");
            archive.keep(SampleLogs.about(job, 0), file);
            System.out.println("kept " + job);
        }
    }
}
