package dev.signalbox.port;

import static dev.signalbox.port.CiSamples.LARGE;
import static dev.signalbox.port.CiSamples.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What [Runs] must do.
public abstract class RunsContract extends CiContract {

    @TempDir
    private Path folder = Path.of("");

    @Override
    protected Object read(CiServer server) throws RemoteFailure {
        return server.provider().runs().recent(server.repository());
    }

    @Test
    void listsRunsNewestFirst() throws RemoteFailure {
        List<Run> there = List.of(
                told(LARGE, RunStatus.IN_PROGRESS, Conclusion.NONE),
                told(30, RunStatus.QUEUED, Conclusion.NONE),
                told(20, RunStatus.COMPLETED, Conclusion.FAILURE),
                told(10, RunStatus.COMPLETED, Conclusion.SUCCESS));
        server().runs(there);
        assertListed(runs().recent(server().repository()), there);
    }

    @Test
    void listsNothingWhereNothingRan() throws RemoteFailure {
        server().runs(List.of());
        assertThat(runs().recent(server().repository())).isEmpty();
    }

    @Test
    void readsOnePageOfRunsOnly() throws RemoteFailure {
        server().runs(LongStream.range(0, 20)
                .mapToObj(n -> told(100 - n, RunStatus.COMPLETED, Conclusion.SUCCESS))
                .toList());
        assertThat(runs().recent(server().repository())).hasSize(20);
        assertThat(server().requests()).hasSize(1);
    }

    @Test
    void readsOnePageOfOlderRunsOfASpanOfTime() throws RemoteFailure {
        Instant from = Instant.parse("2026-08-01T00:00:00Z");
        Instant until = Instant.parse("2026-11-01T12:30:07Z");
        List<Run> there = LongStream.range(0, 130)
                .mapToObj(n -> told(1_000 - n, RunStatus.COMPLETED, Conclusion.SUCCESS))
                .toList();
        server().runs(from, until, there);
        assertListed(runs().created(server().repository(), from, until.plusMillis(300)), there.subList(0, 100));
        assertThat(server().requests()).hasSize(1);
    }

    @Test
    void readsOneRunByItsNumber() throws RemoteFailure {
        Run there = told(LARGE, RunStatus.WAITING, Conclusion.NONE);
        server().runs(List.of(there));
        assertThat(runs().one(there.id())).isEqualTo(there);
        assertThat(runs().attempt(there.id(), 1)).isEqualTo(there);
    }

    @Test
    void readsAgainFromTheServerEveryTime() throws RemoteFailure {
        Run before = told(7, RunStatus.IN_PROGRESS, Conclusion.NONE);
        Run after = told(7, RunStatus.COMPLETED, Conclusion.SUCCESS);
        server().runs(List.of(before));
        assertThat(runs().one(before.id())).isEqualTo(before);
        server().runs(List.of(after));
        assertThat(runs().one(before.id())).isEqualTo(after);
        assertListed(runs().recent(server().repository()), List.of(after));
    }

    @Test
    void readsAllJobsOverSeveralPages() throws RemoteFailure {
        RunId run = new RunId(server().repository(), 7);
        List<Job> there = IntStream.rangeClosed(1, 230)
                .mapToObj(n -> job(run, n, "build " + n, RunStatus.COMPLETED, Conclusion.SUCCESS))
                .toList();
        server().jobs(run, 1, there);
        assertThat(runs().jobs(run, 1)).extracting(Job::number).containsExactlyElementsOf(
                there.stream().map(Job::number).toList());
    }

    @Test
    void readsJobsInEveryState() throws RemoteFailure {
        RunId run = new RunId(server().repository(), LARGE);
        List<Job> there = List.of(
                job(run, 1, "build", RunStatus.COMPLETED, Conclusion.SUCCESS),
                job(run, 2, "test", RunStatus.COMPLETED, Conclusion.FAILURE),
                job(run, 3, "deploy", RunStatus.IN_PROGRESS, Conclusion.NONE));
        server().jobs(run, 1, there);
        assertThat(runs().jobs(run, 1)).usingRecursiveFieldByFieldElementComparator().isEqualTo(there);
    }

    @Test
    void keepsALogByteForByte() throws RemoteFailure, IOException {
        byte[] sent = "2026-11-20T10:00:00Z a\r\n\u001b[31mred\u001b[0m \u202e ü".getBytes(StandardCharsets.UTF_8);
        JobKey job = new JobKey(new RunId(server().repository(), 7), LARGE);
        server().log(job, sent);
        Path file = folder.resolve("job.log");
        LogFile log = runs().log(job, file);
        assertThat(log).isEqualTo(new LogFile(file, sent.length));
        assertThat(file).hasBinaryContent(sent);
    }

    @Test
    void replacesAnEarlierLogAndLeavesNoPartsBehind() throws RemoteFailure, IOException {
        JobKey job = new JobKey(new RunId(server().repository(), 7), 9);
        server().log(job, "new".getBytes(StandardCharsets.UTF_8));
        Path file = Files.writeString(folder.resolve("job.log"), "old and longer");
        runs().log(job, file);
        assertThat(file).hasContent("new");
        assertThat(filesThere()).containsExactly(file);
    }

    @Test
    void keepsTheEarlierLogWhenThereIsNoNewOne() throws IOException {
        Path file = Files.writeString(folder.resolve("job.log"), "old");
        JobKey job = new JobKey(new RunId(server().repository(), 7), 9);
        assertThatThrownBy(() -> runs().log(job, file)).isInstanceOf(RemoteFailure.class);
        assertThat(file).hasContent("old");
        assertThat(filesThere()).containsExactly(file);
    }

    private Run told(long number, RunStatus status, Conclusion conclusion) {
        return server().told(CiSamples.run(server().repository(), number, status, conclusion));
    }

    private void assertListed(List<Run> read, List<Run> there) {
        assertThat(read)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
                        server().leftOutOfLists().toArray(String[]::new))
                .isEqualTo(there);
    }

    private Runs runs() {
        return server().provider().runs();
    }

    private List<Path> filesThere() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
