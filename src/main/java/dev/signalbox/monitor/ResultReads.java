package dev.signalbox.monitor;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.AttemptTimes;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.report.Findings;
import dev.signalbox.domain.report.ReportRules;
import dev.signalbox.domain.report.RunReports;
import dev.signalbox.domain.report.TestCase;
import dev.signalbox.domain.report.TestName;
import dev.signalbox.domain.report.TestPast;
import dev.signalbox.domain.report.TestReport;
import dev.signalbox.port.Artifacts;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Runs;
import dev.signalbox.port.TestHistory;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.ResultNews;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Reads what a run left behind: its list of artifacts, and what its test reports say beside those of earlier runs.
final class ResultReads {

    /// Earlier runs whose reports are read too, so that a failure can be called new before much is remembered.
    private static final int RUNS_BEFORE = 2;

    /// Who asks for the reports of a run has time to wait.
    private static final int ASKED = 10;

    private final Artifacts artifacts;
    private final ReportDownloads downloads;
    private final AttemptBegins times;
    private final TestHistory memory;
    private final ReportRules rules;
    private final Supplier<ConsoleState> state;
    private final Consumer<Change> offer;
    private final InstantSource clock;

    /// @param runs tells when attempts began
    ResultReads(
            Artifacts artifacts,
            Runs runs,
            ReportSources results,
            Supplier<ConsoleState> state,
            Consumer<Change> offer,
            InstantSource clock) {
        this.artifacts = artifacts;
        this.memory = results.memory();
        this.rules = results.rules();
        this.downloads = new ReportDownloads(artifacts, results.reader(), results.rules(), results.folder());
        this.times = new AttemptBegins(runs, state);
        this.state = state;
        this.offer = offer;
        this.clock = clock;
    }

    /// Lists the artifacts of a run.
    Optional<RemoteProblem> list(RunId run) {
        Answer<List<Artifact>> answer;
        Optional<RemoteProblem> problem = Optional.empty();
        try {
            answer = new Answer.Good<>(artifacts.of(run), clock.instant());
        } catch (RemoteFailure failure) {
            problem = Optional.of(failure.problem());
            answer = new Answer.Bad<>(failure.problem(), clock.instant());
        }
        offer.accept(new Change.ResultsChanged(run, new ResultNews.ArtifactsRead(answer)));
        return problem;
    }

    /// Reads the test reports of all attempts of a run that are over.
    Optional<RemoteProblem> reports(RunId id) {
        Run run = state.get().run(id).run().value();
        if (run == null || AttemptReports.over(run).isEmpty()) {
            return Optional.empty();
        }
        try {
            List<Artifact> listed = artifacts.of(id);
            offer.accept(new Change.ResultsChanged(id,
                    new ResultNews.ArtifactsRead(new Answer.Good<>(listed, clock.instant()))));
            long most = rules.mostBytes() * (state.get().results(id).asked() > 0 ? ASKED : 1);
            AttemptReports reports = found(times.of(run, listed), run, listed, most);
            remember(run, reports);
            offer(run, reports);
            boolean failed = AttemptReports.over(run).stream().anyMatch(a -> !reports.of(a).failing().isEmpty());
            if (failed && readRunsBefore(run)) {
                offer(run, reports);
            }
            return Optional.empty();
        } catch (RemoteFailure failure) {
            offer.accept(new Change.ResultsChanged(id,
                    new ResultNews.ReportsRead(new Answer.Bad<>(failure.problem(), clock.instant()))));
            return Optional.of(failure.problem());
        }
    }

    /// What the provider tells by itself costs no download. It tells it of the run and not of an attempt.
    private AttemptReports found(AttemptTimes attempts, Run run, List<Artifact> listed, long most)
            throws RemoteFailure {
        List<TestReport> own = artifacts.reports(run.id());
        if (own.isEmpty()) {
            return downloads.read(listed, attempts, most, clock.instant());
        }
        AttemptReports reports = new AttemptReports();
        reports.add(attempts.at(null), "the provider's report", own);
        return reports;
    }

    private void offer(Run run, AttemptReports reports) {
        List<Findings> all = AttemptReports.over(run).stream().map(attempt -> findings(run, reports, attempt)).toList();
        Findings newest = all.getFirst();
        offer.accept(new Change.ResultsChanged(run.id(), new ResultNews.ReportsRead(new Answer.Good<>(
                new Findings(newest.attempt(), newest.reports(), newest.past(), newest.runsBefore(),
                        all.subList(1, all.size())),
                clock.instant()))));
    }

    private Findings findings(Run run, AttemptReports all, int attempt) {
        RunReports reports = all.of(attempt);
        Map<TestName, TestPast> past = new HashMap<>();
        int before = 0;
        try {
            past.putAll(memory.past(asOf(run, attempt), reports.failing().stream().map(TestCase::test).toList()));
            before = memory.runsBefore(run);
        } catch (JournalFailure failure) {
            // Told elsewhere already; without the past nothing is called new.
            System.getLogger(ResultReads.class.getName())
                    .log(System.Logger.Level.DEBUG, "the past of tests cannot be read: {0}", failure.getMessage());
        }
        Set<TestName> passed = all.passedOutside(run, attempt);
        for (TestCase failed : reports.failing()) {
            if (passed.contains(failed.test())) {
                past.merge(failed.test(), TestPast.NONE.onThisCommit(), (known, same) -> known.onThisCommit());
            }
        }
        return new Findings(attempt, reports, past, before);
    }

    /// What a report that lies calls passed is not believed; what it calls failed is. Reports that may be of one attempt
    /// or of another are not remembered: a later run would be judged by them.
    private void remember(Run run, AttemptReports reports) {
        try {
            for (int attempt : AttemptReports.over(run)) {
                List<TestReport> certain = reports.certain(attempt);
                if (!certain.isEmpty()) {
                    memory.keep(asOf(run, attempt), believed(certain));
                }
            }
        } catch (JournalFailure failure) {
            System.getLogger(ResultReads.class.getName())
                    .log(System.Logger.Level.DEBUG, "test results cannot be kept: {0}", failure.getMessage());
        }
    }

    private static List<TestCase> believed(List<TestReport> reports) {
        List<TestCase> cases = new ArrayList<>();
        for (TestReport report : reports) {
            report.cases().stream().filter(c -> report.isReadable() || c.verdict().isBad()).forEach(cases::add);
        }
        return cases;
    }

    private static Run asOf(Run run, int attempt) {
        return attempt == run.attempt()
                ? run
                : new Run(
                        run.id(), attempt, run.workflow(), run.workflowName(), run.workflowPath(), run.number(),
                        run.title(), run.event(), run.status(), Conclusion.UNKNOWN, run.branch(), run.headSha(),
                        run.actor(),
                        run.triggeredBy(), run.createdAt(), run.createdAt(), run.startedAt(), run.page());
    }

    /// Reads the reports of the newest runs before this one, unless they are remembered.
    ///
    /// @return whether anything came of it
    private boolean readRunsBefore(Run run) {
        boolean news = false;
        for (Run other : runsBefore(run)) {
            try {
                if (!memory.knows(other)) {
                    List<Artifact> listed = artifacts.of(other.id());
                    remember(other, found(AttemptTimes.of(other, List.of()), other, listed, rules.mostBytes() / 2));
                    news = true;
                }
            } catch (RemoteFailure | JournalFailure failure) {
                return news;
            }
        }
        return news;
    }

    private List<Run> runsBefore(Run run) {
        return state.get().repository(run.id().repository()).runs().or(List.of()).stream()
                .filter(other -> other.workflow() == run.workflow() && other.id().number() < run.id().number())
                .filter(other -> other.conclusion() == Conclusion.SUCCESS || other.conclusion() == Conclusion.FAILURE)
                .limit(RUNS_BEFORE)
                .toList();
    }
}
