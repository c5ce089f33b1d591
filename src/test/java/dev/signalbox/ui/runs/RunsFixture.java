package dev.signalbox.ui.runs;

import static dev.signalbox.testing.SampleRuns.SEARCH_FAILED;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.Commit;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunPast;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.Usual;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.report.Findings;
import dev.signalbox.domain.report.RunReports;
import dev.signalbox.domain.report.TestCase;
import dev.signalbox.domain.report.TestName;
import dev.signalbox.domain.report.TestPast;
import dev.signalbox.domain.report.TestReport;
import dev.signalbox.domain.report.Verdict;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.ResultNews;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.shell.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The runs screen with everything around it written down. Whatever it does in the background is done at once.
final class RunsFixture {

    static final JobKey FAILED_JOB = new JobKey(SEARCH_FAILED, 15);

    static final RunId GOING = new RunId(SampleStates.repository("web-frontend"), 4_182);

    final List<Focus> focus = new ArrayList<>();
    final List<Intent> intents = new ArrayList<>();
    final List<Place> places = new ArrayList<>();
    final List<URI> pages = new ArrayList<>();
    final FakeKeptLogReader kept = new FakeKeptLogReader();
    final RunsScreen screen = new RunsScreen(
            change -> {
                if (change instanceof Change.FocusMoved moved) {
                    focus.add(moved.focus());
                }
            },
            intents::add, places::add, pages::add, kept, Runnable::run, Runnable::run);

    RunsFixture show(ConsoleState state) {
        screen.show(state, SampleStates.NOW);
        return this;
    }

    /// The sample state with a log of the failed job.
    static ConsoleState withLog(Path folder) {
        return withLog(SampleStates.rich(), folder, sampleLog());
    }

    static ConsoleState withLog(ConsoleState state, Path folder, String text) {
        return with(state, new Change.LogRead(
                FAILED_JOB, new Answer.Good<>(file(folder, text), SampleStates.NOW)));
    }

    /// A log as it lies on the disk.
    static LogFile file(Path folder, String text) {
        try {
            Path file = Files.writeString(Files.createTempFile(folder, "job", ".log"), text);
            return new LogFile(file, Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ConsoleState with(ConsoleState state, Change... changes) {
        return new Reducer().apply(state, List.of(changes));
    }

    /// The sample state with commits since the last green run and with annotations.
    static ConsoleState told(ConsoleState state) {
        RepositoryId search = SEARCH_FAILED.repository();
        List<Run> runs = new ArrayList<>(state.repository(search).runs().or(List.of()));
        runs.replaceAll(r -> r.id().equals(SEARCH_FAILED) ? r : at(r, "a".repeat(40)));
        ComparisonKey key = new ComparisonKey(search, "a".repeat(40), "5f2c1d9" + "3".repeat(33));
        Comparison comparison = new Comparison(key, 2, 0, List.of(
                new Commit("5f2c1d9" + "3".repeat(33), "Tune ranking weights", "dev-1", SampleStates.NOW,
                        URI.create("https://github.com/acme/search/commit/5f2c1d9")),
                new Commit("c20e771" + "0".repeat(33), "Index synonyms of products that nobody has searched for",
                        "dev-3", SampleStates.NOW, null)),
                List.of());
        return with(
                state, new Change.RunsRead(search, good(List.copyOf(runs))),
                new Change.ComparisonRead(key, good(comparison)),
                new Change.AnnotationsRead(FAILED_JOB, good(List.of(
                        new Annotation("src/test/java/dev/acme/RankingIT.java", 88, 88, Annotation.Level.FAILURE, "",
                                "expected [a, b] but was [b, a]"),
                        new Annotation(".github", 1, 1, Annotation.Level.WARNING, "",
                                "Node.js 20 actions are deprecated; they will be forced to run with Node.js 24.")))));
    }

    /// The sample state with what the commit came with, told by a provider of this kind.
    static ConsoleState requested(Connection.Kind kind, ChangeRequest... requests) {
        ConsoleState state = SampleStates.full()
                .connection(Connection.fresh(SampleStates.GITHUB, kind, "https://ci.example.com"))
                .state();
        return with(state, new Change.ChangeRequestsRead(SEARCH_FAILED, good(List.of(requests))));
    }

    /// The same with a second attempt, in which the failed job ran again and passed.
    static ConsoleState again(ConsoleState state) {
        Run first = Objects.requireNonNull(state.run(SEARCH_FAILED).run().value());
        Instant begin = Objects.requireNonNull(first.startedAt()).plusSeconds(900);
        Run second = new Run(
                first.id(), 2, first.workflow(), first.workflowName(), first.workflowPath(), first.number(),
                first.title(), first.event(), RunStatus.COMPLETED, Conclusion.SUCCESS, first.branch(), first.headSha(),
                first.actor(), "release-mgr", first.createdAt(), begin, begin.plusSeconds(170), first.page());
        List<Job> jobs = state.run(SEARCH_FAILED).jobsOf(1).or(List.of()).stream()
                .map(j -> j.number() < 15
                        ? rerun(j, j.startedAt(), j.completedAt())
                        : j.number() == 15
                                ? rerun(j, begin.plusSeconds(9), begin.plusSeconds(86))
                                : rerun(j, begin.plusSeconds(95), begin.plusSeconds(170)))
                .toList();
        return with(
                state, new Change.AttemptRead(new AttemptKey(SEARCH_FAILED, 1), good(first)),
                new Change.RunRead(SEARCH_FAILED, good(second)), new Change.JobsRead(SEARCH_FAILED, 2, good(jobs)));
    }

    /// What both attempts of [#again] reported: a test failed in the first and passed in the second.
    static ConsoleState tested(ConsoleState state) {
        TestName ties = new TestName("dev.acme.RankingIT", "keeps_order_for_ties");
        TestCase failed = new TestCase(
                ties, Verdict.FAILED, false, Duration.ofMillis(312), "expected [a, b] but was [b, a]", "");
        List<TestReport> red = List.of(new TestReport("junit-results/TEST-a.xml", List.of(failed), ""));
        List<TestReport> green = List.of(new TestReport(
                "junit-results/TEST-a.xml", List.of(TestCase.of(ties, Verdict.PASSED, Duration.ofMillis(290))), ""));
        Findings first = new Findings(
                1, new RunReports(red, List.of(), List.of()), Map.of(ties, TestPast.NONE.onThisCommit()), 9);
        Findings both =
                new Findings(2, new RunReports(green, red, List.of()), Map.of(), 9, List.of(first));
        Instant begin = Objects.requireNonNull(
                Objects.requireNonNull(state.run(SEARCH_FAILED).run().value()).startedAt());
        return with(
                state, new Change.ResultsChanged(SEARCH_FAILED, new ResultNews.ReportsRead(good(both))),
                new Change.ResultsChanged(SEARCH_FAILED, new ResultNews.ArtifactsRead(good(List.of(
                        new Artifact(SEARCH_FAILED, 1, "junit-results", 48_213, false, begin.minusSeconds(60), null,
                                null),
                        new Artifact(SEARCH_FAILED, 2, "junit-results", 48_001, false, begin.plusSeconds(80), null,
                                null))))));
    }

    /// A run that goes on for 41 s, with a large matrix, and what is usual for it.
    static ConsoleState going(ConsoleState state) {
        Instant begin = SampleStates.NOW.minusSeconds(41);
        List<Job> jobs = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            jobs.add(job(i, "lint (module-" + i + ")", RunStatus.COMPLETED, begin, begin.plusSeconds(5 + i)));
        }
        jobs.add(job(11, "build (linux, 25)", RunStatus.IN_PROGRESS, begin.plusSeconds(15), null));
        jobs.add(job(12, "build (windows, 25)", RunStatus.QUEUED, begin.plusSeconds(15), null));
        jobs.add(job(13, "security-scan", RunStatus.IN_PROGRESS, begin, null));
        RunPast past = new RunPast(
                new Usual(Duration.ofSeconds(160), Duration.ofSeconds(200), 20),
                Map.of("security-scan", new Usual(Duration.ofSeconds(50), Duration.ofSeconds(60), 20)), null);
        return with(
                state, new Change.JobsRead(GOING, 1, good(List.copyOf(jobs))),
                new Change.PastsRecalled(Map.of(GOING, past)));
    }

    private static Job job(long number, String name, RunStatus status, Instant begin, @Nullable Instant end) {
        boolean queued = status == RunStatus.QUEUED;
        return new Job(
                GOING, number, 1, name, status, end == null ? Conclusion.NONE : Conclusion.SUCCESS, begin,
                queued ? null : begin.plusSeconds(3), end, List.of(), null, List.of(), null);
    }

    private static Job rerun(Job job, @Nullable Instant started, @Nullable Instant ended) {
        return new Job(
                job.run(), job.number() + 100, 2, job.name(), RunStatus.COMPLETED, Conclusion.SUCCESS, started, started,
                ended, job.labels(), job.runner(), job.steps(), job.page());
    }

    private static Run at(Run run, String sha) {
        return new Run(
                run.id(), run.attempt(), run.workflow(), run.workflowName(), run.workflowPath(), run.number(),
                run.title(), run.event(), run.status(), run.conclusion(), run.branch(), sha, run.actor(),
                run.triggeredBy(), run.createdAt(), run.startedAt(), run.updatedAt(), run.page());
    }

    private static <T> Answer<T> good(T value) {
        return new Answer.Good<>(value, SampleStates.NOW);
    }

    static String sampleLog() {
        StringBuilder log = new StringBuilder("2026-11-20T14:01:40.1Z ##[group]Set up job\n");
        for (int i = 0; i < 400; i++) {
            log.append("2026-11-20T14:01:41.1Z \u001b[36mINFO\u001b[0m resolving artifact ").append(i).append('\n');
        }
        return log + """
                2026-11-20T14:01:41.1Z ##[endgroup]
                2026-11-20T14:01:55.1Z ##[group]Run mvn -q verify -Pit
                2026-11-20T14:01:58.1Z [INFO] Running RankingIT
                2026-11-20T14:02:19.1Z [INFO] Tests run: 41, \u001b[1;32mFailures: 0\u001b[0m, Errors: 0
                2026-11-20T14:02:31.1Z [ERROR] RankingIT.keeps_order_for_ties:88
                2026-11-20T14:02:31.1Z   expected: [a, b]
                2026-11-20T14:02:31.1Z    but was: [b, a]
                2026-11-20T14:02:31.1Z \tat RankingIT.keeps_order_for_ties(RankingIT.java:88)
                2026-11-20T14:02:33.1Z \u001b]0;owned\u0007[WARN] Tests run: 212, Failures: 1, Errors: 0, Skipped: 2
                2026-11-20T14:02:34.1Z FAILED\rPASSED
                2026-11-20T14:02:35.1Z ##[error]Process completed with exit code 1.
                """;
    }
}
