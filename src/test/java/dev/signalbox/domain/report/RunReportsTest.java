package dev.signalbox.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.report.RunReports.Outcome;
import dev.signalbox.domain.report.TestPast.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunReportsTest {

    private static final TestCase GOOD = passed("good", 40);
    private static final TestCase BAD = failed("bad", "first");

    @Test
    void isGreenOnlyWhenEverythingWasReadAndSomethingPassed() {
        assertThat(run(report(GOOD)).outcome()).isEqualTo(Outcome.GREEN);
        assertThat(run(report(GOOD, skipped("later"))).outcome()).isEqualTo(Outcome.GREEN);
        assertThat(run(report()).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(run(report(skipped("later"))).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(run(report(GOOD), lying(GOOD)).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(run(lying(GOOD)).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(run().outcome()).isEqualTo(Outcome.NONE);
    }

    @Test
    void isNotGreenWhenSomethingWasLeftOut() {
        List<String> left = List.of("An artifact was too large");
        assertThat(new RunReports(List.of(report(GOOD)), List.of(), left).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(new RunReports(List.of(), List.of(), left).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void isRedAsSoonAsOneTestFailedEvenInAReportThatLies() {
        assertThat(run(report(GOOD, BAD)).outcome()).isEqualTo(Outcome.RED);
        assertThat(run(report(GOOD), lying(BAD)).outcome()).isEqualTo(Outcome.RED);
        TestCase error = new TestCase(new TestName("s", "e"), Verdict.ERROR, false, null, "", "");
        assertThat(run(report(error)).outcome()).isEqualTo(Outcome.RED);
    }

    @Test
    void listsAFailureOnceEvenIfTwoReportsTellIt() {
        RunReports run = run(report(BAD), report(failed("bad", "second"), failed("worse", "x")));
        assertThat(run.failing()).extracting(TestCase::message).containsExactly("first", "x");
        assertThat(run.count(Verdict.FAILED)).isEqualTo(3);
    }

    @Test
    void listsTheSlowestTestsFirstAndQuickOnesNot() {
        RunReports run = run(report(passed("a", 200), passed("quick", 99), passed("c", 5_000), skipped("none"),
                passed("b", 300)));
        assertThat(run.slowest(2)).extracting(c -> c.test().name()).containsExactly("c", "b");
        assertThat(run.slowest(9)).extracting(c -> c.test().name()).containsExactly("c", "b", "a");
        assertThat(run.slowest(1).getFirst().time()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void knowsWhatPassedOnlyWhenItWasTriedAgain() {
        TestCase retried = new TestCase(new TestName("s", "retried"), Verdict.PASSED, true, null, "", "");
        RunReports run = new RunReports(
                List.of(report(GOOD, retried, passed("bad", 10), failed("worse", ""))),
                List.of(report(BAD, failed("worse", ""), GOOD)), List.of());
        assertThat(run.passedOnRetry()).extracting(TestName::name).containsExactly("retried", "bad");
    }

    @Test
    void knowsWhatPassedWithoutDoubt() {
        RunReports run = run(report(GOOD, BAD, passed("bad", 1)), lying(passed("other", 1)));
        assertThat(run.passed()).extracting(TestName::name).containsExactly("good");
    }

    @Test
    void callsATestThatWasFlakyOnOtherCommitsOnlyKnown() {
        TestPast past = new TestPast(5, 2, Instant.EPOCH, 7, false, 2);
        assertThat(past.standing()).isEqualTo(Standing.KNOWN);
        assertThat(past.onThisCommit().standing()).isEqualTo(Standing.FLAKY);
        assertThat(past.onThisCommit().flakyBefore()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0,0,false,NEW", "212,0,false,NEW", "3,1,false,KNOWN", "0,1,true,FLAKY", "5,0,true,FLAKY"})
    void tellsHowAFailureStandsBesideThePast(int passed, int failed, boolean same, Standing expected) {
        Instant at = failed > 0 ? Instant.EPOCH : null;
        assertThat(new TestPast(passed, failed, at, 7, same).standing()).isEqualTo(expected);
        assertThat(TestPast.NONE.standing()).isEqualTo(Standing.NEW);
    }

    @Test
    void namesATestBrieflyAndInFull() {
        TestName test = new TestName("dev.acme.RankingIT", "keeps_order");
        assertThat(test.brief()).isEqualTo("RankingIT.keeps_order");
        assertThat(test.full()).isEqualTo("dev.acme.RankingIT.keeps_order");
        assertThat(new TestName("", "alone").brief()).isEqualTo("alone");
        assertThat(new TestName("", "alone").full()).isEqualTo("alone");
    }

    private static RunReports run(TestReport... reports) {
        return new RunReports(List.of(reports), List.of(), List.of());
    }

    private static TestReport report(TestCase... cases) {
        return new TestReport("TEST-a.xml", List.of(cases), "");
    }

    private static TestReport lying(TestCase... cases) {
        return new TestReport("TEST-b.xml", List.of(cases), "it says 9 tests and lists 1");
    }

    private static TestCase passed(String name, long millis) {
        return TestCase.of(new TestName("s", name), Verdict.PASSED, Duration.ofMillis(millis));
    }

    private static TestCase skipped(String name) {
        return TestCase.of(new TestName("s", name), Verdict.SKIPPED, null);
    }

    private static TestCase failed(String name, String message) {
        return new TestCase(new TestName("s", name), Verdict.FAILED, false, null, message, "at X");
    }
}
