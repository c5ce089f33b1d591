package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.testing.Examples.runId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.report.Findings;
import dev.signalbox.domain.report.ReportRules;
import dev.signalbox.domain.report.RunReports;
import dev.signalbox.domain.report.TestName;
import dev.signalbox.provider.xml.JUnitReports;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.RememberedTests;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/// A reading of results from artifacts in memory, with everything around it written down.
abstract class ResultReading {

    static final TestName TIES = new TestName("RankingIT", "ties");
    static final RemoteProblem DOWN = new RemoteProblem.ServerFault("no answer", 502);

    @TempDir
    Path folder = Path.of("");

    final FakeArtifacts artifacts = new FakeArtifacts();
    final FakeCi ci = new FakeCi();
    final RememberedTests memory = new RememberedTests();
    final List<Change> offered = new ArrayList<>();
    ConsoleState state = ConsoleState.EMPTY;
    ReportRules rules = new ReportRules(ReportRules.USUAL.files(), 1_000);

    ResultReads reads() {
        return new ResultReads(
                artifacts, ci, new ReportSources(new JUnitReports(), memory, rules, folder), () -> state, offered::add,
                () -> NOON);
    }

    Findings read() {
        assertThat(reads().reports(runId(641))).isEmpty();
        return findings();
    }

    Findings findings() {
        assertThat(offered.getLast()).isInstanceOf(Change.ResultsChanged.class);
        known(offered.getLast());
        return state.results(runId(641)).findings().or(
                new Findings(0, new RunReports(List.of(), List.of(), List.of()), java.util.Map.of(), 0));
    }

    void failed(long number, int attempt) {
        Run run = over(number, attempt, Conclusion.FAILURE);
        known(new Change.RunRead(run.id(), new Answer.Good<>(run, NOON)));
    }

    void known(Change change) {
        state = new Reducer().apply(state, List.of(change));
    }

    void put(long number, String name, String... files) {
        byte[] archive = Zips.of(files);
        artifacts.add(artifact(number, name, archive.length), archive);
    }

    static Run over(long number, int attempt, Conclusion conclusion) {
        return run(number, attempt, RunStatus.COMPLETED, conclusion, NOON);
    }

    static Artifact artifact(long number, String name, long bytes) {
        return new Artifact(runId(641), number, name, bytes, false, NOON, NOON.plusSeconds(9), null);
    }

    static Artifact artifactAt(long number, String name, Instant createdAt) {
        return new Artifact(runId(641), number, name, 400, false, createdAt, null, null);
    }
}
