package dev.signalbox.bench;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.history.History;
import dev.signalbox.port.RunHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// How long it takes to tell what is usual for a run and which one was green last, with many runs kept.
///
/// The baseline is the smallest question that can be asked of the same file.
final class HistoryBench implements Bench {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int REPOSITORIES = 40;
    private static final int JOBS = 6;
    private static final int BATCH = 250;
    private static final double LIMIT_MILLIS = 20;

    @Override
    public String name() {
        return "history.past";
    }

    @Override
    public Measurement run(Effort effort) throws Exception {
        Path folder = Files.createTempDirectory("signalbox-history");
        try (History history = History.open(folder, InstantSource.fixed(BEGIN))) {
            RunHistory runs = history.runs();
            int each = effort.of(2_500, 250);
            for (int repository = 0; repository < REPOSITORIES; repository++) {
                fill(runs, repository(repository), each);
            }
            SplittableRandom random = new SplittableRandom(3);
            Timing asked = Timing.of(20, effort.of(400, 100), () -> runs.past(
                    run(repository(random.nextInt(REPOSITORIES)), each + 1L), "main"));
            Timing smallest = Timing.of(20, effort.of(400, 100), () -> runs.backfill(
                    repository(random.nextInt(REPOSITORIES))));
            return new Measurement(
                    asked.medianMillis(), "ms", smallest.medianMillis(), new Limit.ValueAtMost(LIMIT_MILLIS));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void fill(RunHistory runs, RepositoryId repository, int count) throws Exception {
        for (long from = 1; from <= count; from += BATCH) {
            List<Run> batch = LongStream.range(from, Math.min(count + 1L, from + BATCH))
                    .mapToObj(number -> run(repository, number))
                    .toList();
            List<Job> jobs = new ArrayList<>();
            for (Run run : batch) {
                for (int n = 0; n < JOBS; n++) {
                    jobs.add(job(run, n));
                }
            }
            runs.keep(batch, jobs, List.of());
        }
    }

    private static RepositoryId repository(int number) {
        return new RepositoryId(new ConnectionId("bench"), "acme", "service-" + number);
    }

    private static Run run(RepositoryId repository, long number) {
        Instant start = BEGIN.plusSeconds(number * 600);
        return new Run(
                new RunId(repository, 1_000_000 + number), 1, number % 3, "CI", ".github/workflows/ci.yml", number,
                "Tune ranking weights", number % 2 == 0 ? "push" : "pull_request", RunStatus.COMPLETED,
                number % 7 == 0 ? Conclusion.FAILURE : Conclusion.SUCCESS, number % 2 == 0 ? "main" : "topic-" + number,
                "5f2c1d9" + number, "dev-1", "dev-1", start, start, start.plusSeconds(200 + number % 90), null);
    }

    private static Job job(Run run, int number) {
        return new Job(
                run.id(), run.id().number() * 10 + number, 1, "job " + number, RunStatus.COMPLETED, Conclusion.SUCCESS,
                run.startedAt(), run.startedAt(), run.updatedAt(), List.of(), null, List.of(), null);
    }
}
