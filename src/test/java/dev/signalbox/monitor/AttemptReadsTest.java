package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.testing.Examples.runId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.report.Findings;
import dev.signalbox.domain.report.RunReports;
import dev.signalbox.domain.report.TestCase;
import dev.signalbox.domain.report.TestPast;
import dev.signalbox.domain.report.Verdict;
import dev.signalbox.state.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Results of runs with more than one attempt.
class AttemptReadsTest extends ResultReading {

    @Test
    void tellsTheResultsOfEarlierAttemptsApart() {
        known(new Change.RunRead(runId(641), new Answer.Good<>(over(641, 2, Conclusion.FAILURE), NOON)));
        artifacts.add(artifactAt(5, "tests", NOON.minusSeconds(85)), Zips.of("TEST-a.xml", Zips.RED));
        artifacts.add(artifactAt(6, "tests", NOON.minusSeconds(10)), Zips.of("TEST-a.xml", Zips.GREEN));
        Findings findings = read();
        assertThat(findings.attempt()).isEqualTo(2);
        assertThat(findings.reports().passedOnRetry()).containsExactly(TIES);
        assertThat(memory.kept.get("641/1")).extracting(TestCase::verdict).contains(Verdict.FAILED);
        assertThat(memory.kept.get("641/2")).extracting(TestCase::verdict).containsOnly(Verdict.PASSED);
    }

    @Test
    void callsAFailureFlakyThatPassedInALaterAttempt() {
        known(new Change.RunRead(runId(641), new Answer.Good<>(over(641, 2, Conclusion.SUCCESS), NOON)));
        artifacts.add(artifactAt(5, "tests", NOON.minusSeconds(85)), Zips.of("TEST-a.xml", Zips.RED));
        artifacts.add(artifactAt(6, "tests", NOON.minusSeconds(10)), Zips.of("TEST-a.xml", Zips.GREEN));
        memory.problem = "The disk is full";
        Findings first = read().of(1).orElseThrow();
        assertThat(first.reports().outcome()).isEqualTo(RunReports.Outcome.RED);
        assertThat(first.failing()).extracting(f -> f.past().standing()).containsExactly(TestPast.Standing.FLAKY);
        assertThat(findings().of(2).orElseThrow().reports().outcome()).isEqualTo(RunReports.Outcome.GREEN);
        assertThat(findings().of(3)).isEmpty();
    }

    @Test
    void asksWhenAnAttemptBeganOnlyIfArtifactsCannotBeToldApartWithout() {
        known(new Change.RunRead(runId(641), new Answer.Good<>(over(641, 3, Conclusion.FAILURE), NOON)));
        artifacts.add(artifactAt(6, "tests", NOON.minusSeconds(10)), Zips.of("TEST-a.xml", Zips.RED));
        read();
        assertThat(ci.asked).isEmpty();
        artifacts.add(artifactAt(5, "more tests", NOON.minusSeconds(500)), Zips.of("TEST-b.xml", Zips.GREEN));
        ci.attempts.add(run(641, 2, RunStatus.COMPLETED, Conclusion.FAILURE, NOON.minusSeconds(300)));
        assertThat(read().of(1).orElseThrow().reports().reports()).hasSize(1);
        assertThat(ci.asked).containsExactly("attempt 2");
        assertThat(findings().of(2).orElseThrow().reports().reports()).isEmpty();
        assertThat(memory.kept).containsOnlyKeys("641/1", "641/3");
    }

    @Test
    void saysWhenItCannotBeToldWhichAttemptAReportIsOfAndRemembersItOfNone() {
        known(new Change.RunRead(runId(641), new Answer.Good<>(over(641, 3, Conclusion.FAILURE), NOON)));
        artifacts.add(artifactAt(5, "tests", NOON.minusSeconds(500)), Zips.of("TEST-b.xml", Zips.RED));
        ci.runs = List.of(over(641, 3, Conclusion.FAILURE));
        ci.problem = DOWN;
        Findings findings = read();
        for (int attempt : List.of(1, 2)) {
            RunReports reports = findings.of(attempt).orElseThrow().reports();
            assertThat(reports.failing()).hasSize(1);
            assertThat(reports.notes())
                    .containsExactly("“tests” is of attempt 1 or 2: the provider does not tell which");
        }
        assertThat(findings.reports().reports()).isEmpty();
        assertThat(memory.kept).isEmpty();
    }

    @Test
    void readsWhatIsOverWhileTheNewestAttemptGoesOn() {
        Run goesOn = run(641, 2, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON);
        known(new Change.RunRead(runId(641), new Answer.Good<>(goesOn, NOON)));
        artifacts.add(artifactAt(5, "tests", NOON.minusSeconds(85)), Zips.of("TEST-a.xml", Zips.RED));
        artifacts.add(artifactAt(6, "tests", NOON.minusSeconds(10)), Zips.of("TEST-a.xml", Zips.GREEN));
        Findings findings = read();
        assertThat(findings.attempt()).isEqualTo(1);
        assertThat(findings.others()).isEmpty();
        assertThat(findings.failing()).extracting(f -> f.past().standing()).containsExactly(TestPast.Standing.NEW);
        assertThat(memory.kept).containsOnlyKeys("641/1");
    }
}
