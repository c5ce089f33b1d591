package dev.signalbox.ui.results;

import static dev.signalbox.ui.results.SampleResults.NOW;
import static dev.signalbox.ui.results.SampleResults.TIES;
import static dev.signalbox.ui.results.SampleResults.passed;
import static dev.signalbox.ui.results.SampleResults.read;
import static dev.signalbox.ui.results.SampleResults.red;
import static dev.signalbox.ui.results.SampleResults.reports;
import static dev.signalbox.ui.results.SampleResults.ties;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.report.Findings;
import dev.signalbox.domain.report.RunReports;
import dev.signalbox.domain.report.TestCase;
import dev.signalbox.domain.report.TestName;
import dev.signalbox.domain.report.TestPast;
import dev.signalbox.domain.report.TestReport;
import dev.signalbox.domain.report.Verdict;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.ResultNews;
import dev.signalbox.testing.Examples;
import dev.signalbox.testing.SampleRuns;
import dev.signalbox.ui.widget.Mark;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestRowsTest {

    private boolean own;
    private Run run = Examples.run(641, 1, RunStatus.COMPLETED, Conclusion.FAILURE, NOW);
    private int shown;

    @Test
    void namesANewFailureWithItsPast() {
        TestsCard card = card(SampleResults.firstSeen());
        assertThat(card.heading()).isEqualTo("Failing tests · 1 new, 0 known");
        assertThat(card.words()).isEqualTo("3 tests, 1 failed.");
        assertThat(card.mark()).isEqualTo(Mark.BAD);
        TestsCard.Row row = card.rows().getFirst();
        assertThat(row.name()).isEqualTo("RankingIT.keeps_order_for_ties");
        assertThat(row.full()).isEqualTo("dev.acme.RankingIT.keeps_order_for_ties");
        assertThat(row.message()).isEqualTo("expected [a, b] but was [b, a]");
        assertThat(row.past()).isEqualTo("first seen in this run · passed 212 times before");
        assertThat(row.inLog()).isEqualTo("keeps_order_for_ties");
        assertThat(row.copy()).contains(row.full(), row.message(), row.past(), "RankingIT.java:88");
        assertThat(card.read()).isEmpty();
    }

    @Test
    void saysWhenAKnownTestFailedLast() {
        TestPast known = new TestPast(3, 2, NOW.minusSeconds(7_200), 640, false);
        TestsCard card = card(read(red(), Map.of(TIES, known), 5));
        assertThat(card.heading()).isEqualTo("Failing tests · 0 new, 1 known");
        assertThat(card.rows().getFirst().past())
                .isEqualTo("known: failed in 2 runs before, last in #640 2 h ago · passed 3 times before");
    }

    @Test
    void warnsOfAFlakyTest() {
        TestsCard card = card(read(red(), Map.of(TIES, new TestPast(1, 0, null, 0, true)), 5));
        assertThat(card.heading()).isEqualTo("Failing tests · 0 new, 0 known, 1 flaky");
        assertThat(card.rows().getFirst().past())
                .isEqualTo("flaky: it passed on the same commit · passed 1 time before");
        assertThat(card.rows().getFirst().mark()).isEqualTo(Mark.WARNING);
    }

    @Test
    void callsNothingNewWithoutAPast() {
        TestsCard card = card(read(red(), Map.of(), 0));
        assertThat(card.heading()).isEqualTo("Failing tests · 1");
        assertThat(card.rows().getFirst().past()).isEqualTo("results of earlier runs are not known");
    }

    @Test
    void listsTheSlowestTests() {
        TestsCard card = card(read(
                reports(passed("a", 100_000), passed("b", 8_450), passed("c", 312), passed("d", 50), passed("e", 120)),
                Map.of(), 0));
        assertThat(card.slowest()).extracting(TestsCard.Slow::name, TestsCard.Slow::took).containsExactly(
                org.assertj.core.groups.Tuple.tuple("RankingIT.a", dev.signalbox.ui.words.Durations.brief(
                        java.time.Duration.ofSeconds(100))),
                org.assertj.core.groups.Tuple.tuple("RankingIT.b", "8.4 s"),
                org.assertj.core.groups.Tuple.tuple("RankingIT.c", "312 ms"));
    }

    @Test
    void saysThatAllPassedOnlyWhenItIsCertain() {
        TestsCard green = card(read(reports(passed("a", 1), passed("b", 1)), Map.of(), 0));
        assertThat(green.heading()).isEqualTo("Tests");
        assertThat(green.words()).isEqualTo("All passed: 2 tests.");
        assertThat(green.mark()).isEqualTo(Mark.GOOD);
        TestReport liar = new TestReport("r/TEST-x.xml\u202e", List.of(passed("a", 1)), "it says 7 tests and lists 1");
        TestsCard lying =
                card(read(new RunReports(List.of(liar), List.of(), List.of("“dist” was not read")), Map.of(), 0));
        assertThat(lying.words()).contains("nothing is called passed");
        assertThat(lying.mark()).isEqualTo(Mark.UNKNOWN);
        assertThat(lying.notes()).containsExactly(
                "r/TEST-x.xml‹U+202E› is unreadable: it says 7 tests and lists 1", "“dist” was not read");
        assertThat(lying.read()).isEqualTo("Read again");
    }

    @Test
    void saysThatThereAreNoReports() {
        TestsCard card = card(read(new RunReports(List.of(), List.of(), List.of()), Map.of(), 0));
        assertThat(card.words()).isEqualTo("No test reports among the artifacts.");
        assertThat(card.mark()).isEqualTo(Mark.IDLE);
        own = true;
        assertThat(card(read(new RunReports(List.of(), List.of(), List.of()), Map.of(), 0)).words())
                .isEqualTo("No test report, neither of the provider nor among the artifacts.");
    }

    @Test
    void namesTestsThatPassedOnlyWhenTriedAgain() {
        TestCase retried = new TestCase(new TestName("S", "late"), Verdict.PASSED, true, null, "", "");
        assertThat(card(read(reports(retried), Map.of(), 0)).notes())
                .containsExactly("Flaky, passed only when tried again: S.late");
    }

    @Test
    void makesHostileTextHarmless() {
        TestCase hostile = new TestCase(
                new TestName("<b>", "\u202egnp\n"), Verdict.FAILED, false, null, "\u001b[2Jgone\r\nnext",
                "a\u0007\n\tb");
        TestsCard.Row row = card(read(reports(hostile), Map.of(), 0)).rows().getFirst();
        assertThat(row.name()).startsWith("<b>.‹U+202E›gnp").doesNotContain("\n");
        assertThat(row.message()).doesNotContain("\u001b", "\n", "\r");
        assertThat(row.trace()).contains("\n\tb").doesNotContain("\u0007");
        assertThat(row.copy()).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void showsTheFirstFiftyFailures() {
        TestCase[] many = IntStream.range(0, 60)
                .mapToObj(i -> new TestCase(new TestName("S", "t" + i), Verdict.FAILED, false, null, "", ""))
                .toArray(TestCase[]::new);
        TestsCard card = card(read(reports(many), Map.of(), 3));
        assertThat(card.rows()).hasSize(50);
        assertThat(card.heading()).contains("60 new");
        assertThat(card.notes()).contains("10 more failed");
    }

    @Test
    void showsTheResultsOfTheAttemptThatIsShown() {
        run = Examples.run(641, 2, RunStatus.COMPLETED, Conclusion.SUCCESS, NOW);
        Findings first = new Findings(1, red(), Map.of(TIES, TestPast.NONE.onThisCommit()), 4);
        Change both = SampleResults.news(new ResultNews.ReportsRead(new Answer.Good<>(
                new Findings(2, reports(passed("a", 1)), Map.of(), 4, List.of(first)), NOW)));
        assertThat(card(both).words()).isEqualTo("Attempt 2: All passed: 1 test.");
        shown = 1;
        assertThat(card(both).words()).isEqualTo("Attempt 1: 3 tests, 1 failed.");
        assertThat(card(both).rows().getFirst().past()).isEqualTo("flaky: it passed on the same commit");
    }

    @Test
    void pointsToTheAttemptThatIsOverWhileTheNewestGoesOn() {
        run = Examples.run(641, 2, RunStatus.IN_PROGRESS, Conclusion.NONE, NOW);
        assertThat(card(SampleResults.firstSeen()).words())
                .isEqualTo("Attempt 2 goes on; its reports are read when it is over. Choose attempt 1 above for its "
                        + "tests.");
        assertThat(card(SampleResults.firstSeen()).rows()).isEmpty();
        assertThat(card().present()).isFalse();
    }

    @Test
    void looksForTheReportsOfAnEarlierAttemptThatFailed() {
        run = Examples.run(641, 2, RunStatus.IN_PROGRESS, Conclusion.NONE, NOW);
        shown = 1;
        assertThat(card().read()).isEqualTo("Read test reports");
        Run first = Examples.run(641, 1, RunStatus.COMPLETED, Conclusion.FAILURE, NOW);
        assertThat(card(new Change.AttemptRead(new AttemptKey(run.id(), 1), new Answer.Good<>(first, NOW))).words())
                .isEqualTo("Looking for test reports…");
    }

    @Test
    void saysWhenOnlyAnotherAttemptLeftReports() {
        run = Examples.run(641, 2, RunStatus.COMPLETED, Conclusion.FAILURE, NOW);
        Findings first = new Findings(1, red(), Map.of(), 0);
        TestsCard card = card(SampleResults.news(new ResultNews.ReportsRead(new Answer.Good<>(
                new Findings(2, new RunReports(List.of(), List.of(), List.of()), Map.of(), 0, List.of(first)), NOW))));
        assertThat(card.words()).isEqualTo("Attempt 2 left no test reports of its own.");
        assertThat(card.rows()).isEmpty();
    }

    @Test
    void callsATestThatWasFlakyOnOtherCommitsKnownAndSaysSo() {
        TestsCard card = card(read(red(), Map.of(TIES, new TestPast(9, 2, NOW, 640, false, 2)), 5));
        assertThat(card.rows().getFirst().past()).contains("known: failed in 2 runs", "flaky on 2 commits before");
        assertThat(card.rows().getFirst().mark()).isEqualTo(Mark.BAD);
    }

    @Test
    void offersToReadTheReportsOfARunThatWentWell() {
        run = Examples.run(641, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOW);
        assertThat(card().read()).isEqualTo("Read test reports");
        assertThat(card(SampleResults.news(new ResultNews.ReportsWanted(1))).words()).contains("Looking for");
    }

    @Test
    void looksByItselfWhenTheRunFailedAndNotBeforeItIsOver() {
        assertThat(card().words()).contains("Looking for");
        assertThat(card().read()).isEmpty();
        run = Examples.run(641, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, NOW);
        assertThat(card().present()).isFalse();
    }

    @Test
    void keepsTheResultsBesideALaterProblem() {
        Change down = SampleResults.news(new ResultNews.ReportsRead(
                new Answer.Bad<>(new RemoteProblem.ServerFault("no answer", 502), NOW)));
        TestsCard card = card(SampleResults.firstSeen(), down);
        assertThat(card.rows()).hasSize(1);
        assertThat(card.notes()).singleElement().asString().contains("502");
        assertThat(card(down).words()).contains("could not be read").contains("502");
        assertThat(card(down).read()).isEqualTo("Try again");
    }

    @Test
    void tellsErrorsLikeFailures() {
        TestCase error = new TestCase(new TestName("S", "e"), Verdict.ERROR, false, null, "boom", "");
        assertThat(card(read(reports(error, ties()), Map.of(), 0)).heading()).isEqualTo("Failing tests · 2");
    }

    private TestsCard card(Change... changes) {
        ConsoleState state = new Reducer().apply(ConsoleState.EMPTY, List.of(changes));
        ShownAttempt read = ShownAttempt.of(state, run, shown == 0 ? run.attempt() : shown);
        ShownAttempt attempt =
                new ShownAttempt(read.latest(), read.number(), read.conclusion(), read.times(), own);
        return TestRows.of(attempt, state.results(SampleRuns.SEARCH_FAILED), NOW);
    }
}
