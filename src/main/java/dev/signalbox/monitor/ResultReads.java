package dev.signalbox.monitor;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Artifact;
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
import dev.signalbox.port.TestHistory;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.ResultNews;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final TestHistory memory;
    private final ReportRules rules;
    private final Supplier<ConsoleState> state;
    private final Consumer<Change> offer;
    private final InstantSource clock;

    ResultReads(
            Artifacts artifacts,
            ReportSources results,
            Supplier<ConsoleState> state,
            Consumer<Change> offer,
            InstantSource clock) {
        this.artifacts = artifacts;
        this.memory = results.memory();
        this.rules = results.rules();
        this.downloads = new ReportDownloads(artifacts, results.reader(), results.rules(), results.folder());
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

    /// Reads the test reports of the newest attempt of a run that is over.
    Optional<RemoteProblem> reports(RunId id) {
        Run run = state.get().run(id).run().value();
        if (run == null) {
            return Optional.empty();
        }
        try {
            List<Artifact> listed = artifacts.of(id);
            offer.accept(new Change.ResultsChanged(id,
                    new ResultNews.ArtifactsRead(new Answer.Good<>(listed, clock.instant()))));
            long most = rules.mostBytes() * (state.get().results(id).asked() > 0 ? ASKED : 1);
            RunReports reports = found(run, listed, most);
            remember(run, reports);
            tell(run, reports);
            if (!reports.failing().isEmpty() && readRunsBefore(run)) {
                tell(run, reports);
            }
            return Optional.empty();
        } catch (RemoteFailure failure) {
            offer.accept(new Change.ResultsChanged(id,
                    new ResultNews.ReportsRead(new Answer.Bad<>(failure.problem(), clock.instant()))));
            return Optional.of(failure.problem());
        }
    }

    /// What the provider tells by itself costs no download.
    private RunReports found(Run run, List<Artifact> listed, long most) throws RemoteFailure {
        List<TestReport> own = artifacts.reports(run.id());
        return own.isEmpty()
                ? downloads.read(run, listed, most, clock.instant())
                : new RunReports(own, List.of(), List.of());
    }

    private void tell(Run run, RunReports reports) {
        Map<TestName, TestPast> past = Map.of();
        int before = 0;
        try {
            past = memory.past(run, reports.failing().stream().map(TestCase::test).toList());
            before = memory.runsBefore(run);
        } catch (JournalFailure failure) {
            // Told elsewhere already; without the past nothing is called new.
            System.getLogger(ResultReads.class.getName())
                    .log(System.Logger.Level.DEBUG, "the past of tests cannot be read: {0}", failure.getMessage());
        }
        Findings findings = new Findings(run.attempt(), reports, past, before);
        offer.accept(new Change.ResultsChanged(run.id(),
                new ResultNews.ReportsRead(new Answer.Good<>(findings, clock.instant()))));
    }

    /// What a report that lies calls passed is not believed; what it calls failed is.
    private void remember(Run run, RunReports reports) {
        try {
            if (!reports.reports().isEmpty()) {
                memory.keep(run, believed(reports.reports()));
            }
            if (!reports.earlier().isEmpty()) {
                memory.keep(before(run), believed(reports.earlier()));
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

    private static Run before(Run run) {
        return new Run(
                run.id(), run.attempt() - 1, run.workflow(), run.workflowName(), run.workflowPath(), run.number(),
                run.title(), run.event(), run.status(), Conclusion.UNKNOWN, run.branch(), run.headSha(), run.actor(),
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
                    remember(other, found(other, artifacts.of(other.id()), rules.mostBytes() / 2));
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
