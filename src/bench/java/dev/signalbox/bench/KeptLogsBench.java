package dev.signalbox.bench;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.history.logs.LogArchive;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How soon a search over kept logs gives its first results: the slowest of questions that are found often, rarely and
/// never, the first time and again.
///
/// The baseline is `grep` for the rarest of them over the same logs, not compressed.
final class KeptLogsBench implements Bench {

    private static final int LOG_BYTES = 8 << 20;
    private static final int LOGS = 128;
    private static final int QUICK_LOGS = 3;
    private static final int HITS = 50;
    private static final double LIMIT_MILLIS = 200;
    private static final String RARE = "baskets_v42";
    private static final List<String> QUESTIONS = List.of(
            RARE, "relation " + RARE + " does not exist", "SocketTimeoutException cannot settle basket", "Tests run",
            "TimeoutExc", "basket 4711", "never written anywhere", "\"Pull complete\" sha256");

    private static final List<String> CLASSES = List.of(
            "PaymentService", "BasketController", "AbstractChannelHandlerContext", "ThreadPoolExecutor", "SessionImpl");
    private static final List<String> ERRORS = List.of(
            "NullPointerException", "IllegalStateException", "SocketTimeoutException", "ConnectionResetException");

    @Override
    public String name() {
        return "kept-logs.first-results";
    }

    @Override
    public Measurement run(Effort effort) throws Exception {
        Path folder = Files.createTempDirectory("signalbox-kept-logs");
        try (LogArchive archive = new LogArchive(folder, 4L << 30, () -> Redaction.SHAPES_ONLY)) {
            int logs = effort.of(LOGS, QUICK_LOGS);
            for (int n = 0; n < logs; n++) {
                archive.keep(about(n), written(folder.resolve(n + ".log"), n));
            }
            double slowest = 0;
            for (int round = 0; round < effort.of(5, 2); round++) {
                for (String question : QUESTIONS) {
                    slowest = Math.max(slowest, firstResults(archive, question));
                }
            }
            Timing grep = Timing.of(1, 1, () -> grep(folder));
            return new Measurement(slowest, "ms", grep.medianMillis(), new Limit.ValueAtMost(LIMIT_MILLIS));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /// Until the first hits are told, or until it is known that there are none.
    private static double firstResults(LogArchive archive, String question) throws Exception {
        long start = System.nanoTime();
        long[] first = {0};
        archive.search(question, HITS, () -> false, hits -> first[0] = first[0] == 0 ? System.nanoTime() : first[0]);
        return Timing.ofNanos((first[0] == 0 ? System.nanoTime() : first[0]) - start).medianMillis();
    }

    private static KeptLog about(int number) {
        RepositoryId repository = new RepositoryId(new ConnectionId("bench"), "acme", "service-" + number % 40);
        return new KeptLog(
                new JobKey(new RunId(repository, number), number), "CI", number, "build", Conclusion.FAILURE, "main",
                Instant.EPOCH.plusSeconds(number * 60L));
    }

    private static Path written(Path file, int seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long written = 0; written < LOG_BYTES;) {
                String line = line(random);
                out.write(line);
                out.write('\n');
                written += line.length() + 1;
            }
            if (seed == 1) {
                out.write("FATAL: PSQLException: relation \"" + RARE + "\" does not exist\n");
            }
        }
        return file;
    }

    private static String line(SplittableRandom random) {
        String type = CLASSES.get(random.nextInt(CLASSES.size()));
        return "2026-11-20T14:" + (10 + random.nextInt(50)) + ":55." + (1_000_000 + random.nextInt(9_000_000)) + "Z "
                + switch (random.nextInt(8)) {
                    case 0 -> "Downloading https://repo.example.org/maven2/artifact-" + random.nextInt(50) + "."
                            + random.nextInt(20) + ".jar (" + random.nextInt(900) + " kB)";
                    case 1 -> "\tat com.acme.checkout." + type + ".method" + random.nextInt(300) + "(" + type + ".java:"
                            + random.nextInt(900) + ")";
                    case 2 -> "[INFO] Tests run: " + random.nextInt(60) + ", Failures: 0, Errors: 0 -- in " + type
                            + "Test";
                    case 3 -> "npm warn deprecated package-" + random.nextInt(2_000) + "@" + random.nextInt(9) + "."
                            + random.nextInt(30) + ": this version is no longer supported";
                    case 4 -> "sha256:" + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong())
                            + ": Pull complete";
                    case 5 -> random.nextInt(200) == 0
                            ? ERRORS.get(random.nextInt(ERRORS.size())) + ": cannot settle basket "
                                    + random.nextInt(100_000)
                            : "Compiling crate-" + random.nextInt(900) + " v" + random.nextInt(9) + ".0";
                    case 6 -> "  ✓ renders the basket drawer with " + random.nextInt(40) + " items ("
                            + random.nextInt(400) + " ms)";
                    default -> "Step " + random.nextInt(20) + "/20 : RUN apt-get install -y lib"
                            + Integer.toString(random.nextInt(100_000), 36) + "-dev ca-certificates";
                };
    }

    private static void grep(Path folder) throws IOException, InterruptedException {
        Process grep = new ProcessBuilder("grep", "-rlF", "--include=*.log", RARE, folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!grep.waitFor(10, TimeUnit.MINUTES) || grep.exitValue() != 0) {
            throw new IOException("grep did not find what was written");
        }
    }
}
