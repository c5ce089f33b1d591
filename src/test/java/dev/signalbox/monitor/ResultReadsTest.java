package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.testing.Examples.runId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.report.Findings;
import dev.signalbox.domain.report.ReportRules;
import dev.signalbox.domain.report.RunReports;
import dev.signalbox.domain.report.TestCase;
import dev.signalbox.domain.report.TestPast;
import dev.signalbox.domain.report.TestReport;
import dev.signalbox.domain.report.Verdict;
import dev.signalbox.state.Change;
import dev.signalbox.state.ResultNews;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultReadsTest extends ResultReading {

    @Test
    void listsWhatARunLeftBehind() {
        artifacts.add(artifact(5, "reports", 3), new byte[3]);
        assertThat(reads().list(runId(641))).isEmpty();
        assertThat(offered).containsExactly(new Change.ResultsChanged(runId(641),
                new ResultNews.ArtifactsRead(new Answer.Good<>(List.of(artifact(5, "reports", 3)), NOON))));
        assertThat(artifacts.fetched).isEmpty();
    }

    @Test
    void tellsWhyTheListCouldNotBeRead() {
        artifacts.problem = DOWN;
        assertThat(reads().list(runId(641))).contains(DOWN);
        assertThat(reads().reports(runId(641))).isEmpty();
        failed(641, 1);
        assertThat(reads().reports(runId(641))).contains(DOWN);
        assertThat(offered.getLast()).isEqualTo(
                new Change.ResultsChanged(runId(641), new ResultNews.ReportsRead(new Answer.Bad<>(DOWN, NOON))));
    }

    @Test
    void findsTheFailingTestInTheReportsOfAnArtifact() {
        failed(641, 1);
        put(5, "junit-results", "target/TEST-a.xml", Zips.RED, "notes.txt", "nothing", "TEST-b.txt", "no");
        RunReports reports = read().reports();
        assertThat(reports.failing()).extracting(TestCase::test).containsExactly(TIES);
        assertThat(reports.reports()).extracting(TestReport::file).containsExactly("junit-results/target/TEST-a.xml");
        assertThat(memory.kept.get("641/1")).hasSize(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void looksAtWhatIsCalledLikeTestsFirstAndAtNothingElseOnceFound() {
        failed(641, 1);
        put(4, "image", "layers", "x".repeat(500));
        put(5, "test-results", "TEST-a.xml", Zips.RED);
        put(6, "sbom", "a.json", "{}");
        rules = new ReportRules(ReportRules.USUAL.files(), 900);
        RunReports reports = read().reports();
        assertThat(artifacts.fetched.getFirst()).isEqualTo(5L);
        assertThat(reports.failing()).hasSize(1);
        assertThat(reports.notes()).isEmpty();
    }

    @Test
    void looksEverywhereWhenNothingIsCalledLikeTests() {
        failed(641, 1);
        put(4, "output", "junit.xml", Zips.RED);
        assertThat(read().reports().failing()).hasSize(1);
    }

    @Test
    void saysWhatItDidNotReadAndWhy() {
        failed(641, 1);
        artifacts.add(new Artifact(runId(641), 7, "old tests", 10, true, NOON, NOON, null), new byte[10]);
        artifacts.add(artifact(8, "huge test\u202e", 2_000), new byte[10]);
        artifacts.add(artifact(9, "lying test", 5), new byte[4_000]);
        artifacts.add(artifact(10, "broken test", 64), new byte[64]);
        RunReports reports = read().reports();
        assertThat(reports.notes()).satisfiesExactlyInAnyOrder(
                note -> assertThat(note).contains("old tests").contains("no longer"),
                note -> assertThat(note).contains("huge test‹U+202E›").contains("more than 1 MB"),
                note -> assertThat(note).contains("lying test").contains("too large"),
                note -> assertThat(note).contains("broken test").contains("not a ZIP"));
        assertThat(reports.outcome()).isEqualTo(RunReports.Outcome.UNKNOWN);
        assertThat(artifacts.fetched).doesNotContain(7L, 8L);
    }

    @Test
    void readsMoreWhenSomebodyAsked() {
        failed(641, 1);
        artifacts.add(artifact(8, "huge test", 2_000), Zips.of("TEST-a.xml", Zips.RED));
        assertThat(read().reports().failing()).isEmpty();
        known(new Change.ResultsChanged(runId(641), new ResultNews.ReportsWanted(1)));
        assertThat(read().reports().failing()).hasSize(1);
    }

    @Test
    void callsAReportThatBreaksUnreadableAndDoesNotRememberItsGoodTests() {
        failed(641, 1);
        put(5, "tests", "TEST-a.xml", Zips.GREEN.replace("tests=\"2\"", "tests=\"3\""),
                "TEST-b.xml", "<html>sign in</html>");
        RunReports reports = read().reports();
        assertThat(reports.unreadable()).hasSize(2);
        assertThat(reports.outcome()).isEqualTo(RunReports.Outcome.UNKNOWN);
        assertThat(memory.kept.get("641/1")).isEmpty();
    }

    @Test
    void downloadsNothingWhereTheProviderTellsByItself() {
        failed(641, 1);
        put(5, "tests", "TEST-a.xml", Zips.GREEN);
        TestReport own = new TestReport("unit", List.of(TestCase.of(TIES, Verdict.FAILED, null)), "");
        artifacts.reports.put(runId(641), List.of(own));
        known(new Change.RunsRead(CHECKOUT, new Answer.Good<>(List.of(over(640, 1, Conclusion.SUCCESS)), NOON)));
        TestReport before = new TestReport("unit", List.of(TestCase.of(TIES, Verdict.PASSED, null)), "");
        artifacts.reports.put(runId(640), List.of(before));
        assertThat(read().reports().reports()).containsExactly(own);
        assertThat(artifacts.fetched).isEmpty();
        assertThat(memory.kept).as("of runs before too").containsOnlyKeys("641/1", "640/1");
    }

    @Test
    void doesNotRememberGoodTestsOfAProvidersReportThatLies() {
        failed(641, 1);
        artifacts.reports.put(runId(641), List.of(new TestReport(
                "unit", List.of(TestCase.of(TIES, Verdict.PASSED, null)), "it counts 2 tests and lists 1")));
        assertThat(read().reports().outcome()).isEqualTo(RunReports.Outcome.UNKNOWN);
        assertThat(memory.kept.get("641/1")).isEmpty();
    }

    @Test
    void bringsThePastOfFailingTests() {
        failed(641, 1);
        put(5, "tests", "TEST-a.xml", Zips.RED);
        TestPast past = new TestPast(212, 0, null, 0, false);
        memory.pasts.put(TIES, past);
        assertThat(read().past()).containsOnlyKeys(TIES).containsValue(past);
    }

    @Test
    void readsTwoRunsBeforeAFailureAndThenTellsAgain() {
        failed(641, 1);
        put(5, "tests", "TEST-a.xml", Zips.RED);
        List<Run> before = List.of(over(641, 1, Conclusion.FAILURE), over(640, 1, Conclusion.SUCCESS),
                over(639, 1, Conclusion.CANCELLED), over(638, 1, Conclusion.FAILURE), over(637, 1, Conclusion.SUCCESS));
        known(new Change.RunsRead(CHECKOUT, new Answer.Good<>(before, NOON)));
        artifacts.add(new Artifact(runId(640), 1, "tests", 9, false, NOON, null, null),
                Zips.of("TEST-a.xml", Zips.GREEN));
        read();
        assertThat(memory.kept).containsOnlyKeys("641/1", "640/1");
        assertThat(
                offered.stream().filter(c -> c instanceof Change.ResultsChanged(var run, ResultNews.ReportsRead news)))
                .hasSize(2);
        assertThat(findings().runsBefore()).isEqualTo(1);
    }

    @Test
    void readsNoRunsBeforeWhenNothingFailed() {
        failed(641, 1);
        put(5, "tests", "TEST-a.xml", Zips.GREEN);
        known(new Change.RunsRead(
                CHECKOUT, new Answer.Good<>(List.of(over(640, 1, Conclusion.SUCCESS)), NOON)));
        read();
        assertThat(artifacts.listed).isEqualTo(1);
    }

    @Test
    void tellsTheFailureEvenWhenNothingCanBeRemembered() {
        failed(641, 1);
        put(5, "tests", "TEST-a.xml", Zips.RED);
        memory.problem = "The disk is full";
        Findings findings = read();
        assertThat(findings.reports().failing()).hasSize(1);
        assertThat(findings.knowsThePast()).isFalse();
    }
}
