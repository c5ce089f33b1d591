package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWire.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.report.RunReports;
import dev.signalbox.domain.report.TestCase;
import dev.signalbox.domain.report.TestName;
import dev.signalbox.domain.report.TestReport;
import dev.signalbox.domain.report.Verdict;
import dev.signalbox.port.CiServer.Fault;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.testing.faults.RawAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// GitLab's own report of tests: believed only where it adds up.
class GitLabTestReportTest {

    private static final String SUMMARY = "pipelines/30433642/test_report_summary";
    private static final String REPORT = "pipelines/30433642/test_report";
    private static final String GOOD_CASE = """
            {"status":"success","name":"adds","classname":"Sums","execution_time":0.25}""";
    private static final String BAD_CASE = """
            {"status":"failed","name":"ties","classname":"Ranking","execution_time":1,
             "system_output":"expected a\\nRanking.java:88","stack_trace":null}""";

    private final GitLabWire wire = new GitLabWire();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void tellsEveryTestByName() throws RemoteFailure {
        counted(2, 1);
        wire.get(REPORT, report(2, suite("unit", 2, 1, GOOD_CASE, BAD_CASE)));
        assertThat(reports()).containsExactly(new TestReport(
                "unit",
                List.of(
                        TestCase.of(new TestName("Sums", "adds"), Verdict.PASSED, Duration.ofMillis(250)),
                        new TestCase(new TestName("Ranking", "ties"), Verdict.FAILED, false, Duration.ofSeconds(1),
                                "expected a", "Ranking.java:88")),
                ""));
    }

    @Test
    void knowsSkippedAndBrokenTestsAndTheSuiteWhereAClassIsMissing() throws RemoteFailure {
        counted(2, 1);
        wire.get(REPORT, report(2, suite("unit", 2, 1, """
                {"status":"skipped","name":"later"}""", """
                {"status":"error","name":"boom","stack_trace":"at X","system_output":{"odd":1}}""")));
        assertThat(reports().getFirst().cases()).containsExactly(
                TestCase.of(new TestName("unit", "later"), Verdict.SKIPPED, null),
                new TestCase(new TestName("unit", "boom"), Verdict.ERROR, false, null, "", "at X"));
        assertThat(reports().getFirst().isReadable()).isTrue();
    }

    @Test
    void costsOneSmallRequestWhereNothingWasTested() throws RemoteFailure {
        wire.get(SUMMARY, "{\"total\":{\"count\":0},\"test_suites\":[]}");
        assertThat(reports()).isEmpty();
        assertThat(wire.targets()).containsExactly(SUMMARY);
    }

    @Test
    void isNothingWhereTheServerHasNoSuchThing() throws RemoteFailure {
        assertThat(reports()).isEmpty();
        assertThat(reports()).isEmpty();
        assertThat(wire.targets()).as("not asked in vain again").containsExactly(SUMMARY);
    }

    @Test
    void isNotAskedOfAServerThatIsTooOld() throws RemoteFailure {
        wire.get("/api/v4/user", "{\"id\":1,\"username\":\"ada\"}");
        wire.get("/api/v4/metadata", "{\"version\":\"13.12.0\"}");
        wire.provider().accounts().me();
        int before = wire.requests().size();
        assertThat(reports()).isEmpty();
        assertThat(wire.requests()).hasSize(before);
    }

    @Test
    void aFileThatCouldNotBeReadMakesItsReportUnreadable() throws RemoteFailure {
        wire.get(SUMMARY, "{\"total\":{\"count\":0},\"test_suites\":[{\"suite_error\":\"parsing failed\"}]}");
        wire.get(REPORT, report(0,
                """
                        {"name":"unit","total_count":0,"suite_error":"JUnit XML parsing failed\\u202e: 1:1","test_cases":[]}"""));
        assertThat(reports()).singleElement().satisfies(report -> {
            assertThat(report.isReadable()).isFalse();
            assertThat(report.problem()).startsWith("JUnit XML parsing failed‹U+202E›");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        // The suite lies about how many there are, and about how many failed; a test ended in no known way.
        "{\"name\":\"u\",\"total_count\":3,\"failed_count\":0,\"test_cases\":[@]}",
        "{\"name\":\"u\",\"total_count\":1,\"failed_count\":1,\"test_cases\":[@]}",
        "{\"name\":\"u\",\"total_count\":1,\"test_cases\":[{\"status\":\"odd\",\"name\":\"x\"}]}",
        "{\"name\":\"u\",\"total_count\":1}",
    })
    void whatDoesNotAddUpIsNeverGreen(String suite) throws RemoteFailure {
        counted(1, 0);
        wire.get(REPORT, report(1, suite.replace("@", GOOD_CASE)));
        assertThat(reports()).anyMatch(report -> !report.isReadable());
        assertThat(outcome()).isEqualTo(RunReports.Outcome.UNKNOWN);
    }

    @Test
    void aReportThatHasLostTestsSinceTheyWereCountedIsNeverGreen() throws RemoteFailure {
        counted(120, 1);
        wire.get(REPORT, report(1, suite("unit", 1, 0, GOOD_CASE)));
        assertThat(outcome()).isEqualTo(RunReports.Outcome.UNKNOWN);
        wire.get(REPORT, report(0));
        assertThat(reports()).singleElement().extracting(TestReport::problem)
                .isEqualTo("it counts 120 tests and lists 0");
    }

    @Test
    void theNumbersAloneAreToldWhereTheReportIsGoneOrTooLarge() throws RemoteFailure {
        counted(120, 3);
        assertThat(reports()).singleElement().extracting(TestReport::problem)
                .isEqualTo("it counts 120 tests, 3 failed, and does not tell which");
        wire.answer(REPORT, RawAnswer.json("[]"));
        assertThat(outcome()).isEqualTo(RunReports.Outcome.UNKNOWN);
    }

    @Test
    void aFailureOfTheServerIsNoEmptyReport() {
        wire.fails(Fault.SERVER_FAULT);
        assertThatThrownBy(this::reports).isInstanceOfSatisfying(
                RemoteFailure.class,
                failure -> assertThat(failure.problem()).isInstanceOf(RemoteProblem.ServerFault.class));
    }

    private void counted(int all, int failed) {
        wire.get(SUMMARY, "{\"total\":{\"count\":" + all + ",\"success\":" + (all - failed) + ",\"failed\":" + failed
                + ",\"skipped\":0,\"error\":0},\"test_suites\":[]}");
    }

    private static String report(int count, String... suites) {
        return "{\"total_count\":" + count + ",\"test_suites\":[" + String.join(",", suites) + "]}";
    }

    private static String suite(String name, int count, int failed, String... cases) {
        return "{\"name\":\"" + name + "\",\"total_count\":" + count + ",\"failed_count\":" + failed
                + ",\"error_count\":0,\"suite_error\":null,\"test_cases\":[" + String.join(",", cases) + "]}";
    }

    private List<TestReport> reports() throws RemoteFailure {
        return wire.provider().artifacts().reports(RUN);
    }

    private RunReports.Outcome outcome() throws RemoteFailure {
        return new RunReports(reports(), List.of(), List.of()).outcome();
    }
}
