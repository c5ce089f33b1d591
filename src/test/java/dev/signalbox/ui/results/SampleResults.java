package dev.signalbox.ui.results;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.report.Findings;
import dev.signalbox.domain.report.RunReports;
import dev.signalbox.domain.report.TestCase;
import dev.signalbox.domain.report.TestName;
import dev.signalbox.domain.report.TestPast;
import dev.signalbox.domain.report.TestReport;
import dev.signalbox.domain.report.Verdict;
import dev.signalbox.state.Change;
import dev.signalbox.state.ResultNews;
import dev.signalbox.testing.SampleRuns;
import dev.signalbox.testing.SampleStates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The failed run of the samples with what it left behind.
final class SampleResults {

    static final Instant NOW = SampleStates.NOW;
    static final TestName TIES = new TestName("dev.acme.RankingIT", "keeps_order_for_ties");
    static final Artifact REPORTS = new Artifact(
            SampleRuns.SEARCH_FAILED, 820_401, "junit-results", 48_213, false, NOW.minusSeconds(60),
            NOW.plus(Duration.ofDays(90)), null);
    static final Artifact OLD =
            new Artifact(SampleRuns.SEARCH_FAILED, 820_402, "coverage\u202e", 1_204_113, true, NOW, null, null);
    static final Artifact IMAGE = new Artifact(
            SampleRuns.SEARCH_FAILED, 820_403, "image-digest-of-the-release-candidate", 812, false, NOW,
            NOW.plus(Duration.ofHours(5)), null);

    private SampleResults() {}

    static TestCase ties() {
        return new TestCase(TIES, Verdict.FAILED, false, Duration.ofMillis(312), "expected [a, b] but was [b, a]",
                "AssertionError: expected [a, b] but was [b, a]\n\tat dev.acme.RankingIT.keeps(RankingIT.java:88)");
    }

    static TestCase passed(String name, long millis) {
        return TestCase.of(new TestName("dev.acme.RankingIT", name), Verdict.PASSED, Duration.ofMillis(millis));
    }

    static RunReports reports(TestCase... cases) {
        return new RunReports(
                List.of(new TestReport("junit-results/TEST-dev.acme.RankingIT.xml", List.of(cases), "")), List.of(),
                List.of());
    }

    static RunReports red() {
        return reports(passed("ranks", 8_400), passed("orders_by_score", 1_250), ties());
    }

    static Change read(RunReports reports, Map<TestName, TestPast> past, int runsBefore) {
        Findings findings = new Findings(1, reports, past, runsBefore);
        return news(new ResultNews.ReportsRead(new Answer.Good<>(findings, NOW)));
    }

    static Change firstSeen() {
        return read(red(), Map.of(TIES, new TestPast(212, 0, null, 0, false)), 212);
    }

    static Change listed(Artifact... artifacts) {
        return news(new ResultNews.ArtifactsRead(new Answer.Good<>(List.of(artifacts), NOW)));
    }

    static Change news(ResultNews news) {
        return new Change.ResultsChanged(SampleRuns.SEARCH_FAILED, news);
    }
}
