package dev.signalbox.provider.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.report.TestCase;
import dev.signalbox.domain.report.TestName;
import dev.signalbox.domain.report.TestReport;
import dev.signalbox.domain.report.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JUnitReportsTest {

    private final JUnitReports reports = new JUnitReports();

    @Test
    void readsWhatSurefireWrites() {
        TestReport report =
                read("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="dev.acme.RankingIT" time="1,234.5"
                            tests="4" errors="1" skipped="1" failures="1">
                          <properties><property name="java.version" value="25"/></properties>
                          <testcase name="ranks" classname="dev.acme.RankingIT" time="0.25"/>
                          <testcase name="keeps_order_for_ties" classname="dev.acme.RankingIT" time="0.312">
                            <failure message="expected [a, b] but was [b, a]" type="AssertionError"><![CDATA[
                        AssertionError: expected
                        \tat dev.acme.RankingIT.keeps(RankingIT.java:88)
                        ]]></failure>
                            <system-out>noise</system-out>
                          </testcase>
                          <testcase name="connects" classname="dev.acme.RankingIT"><error type="java.io.IOException">
                        java.io.IOException: refused</error></testcase>
                          <testcase name="later" classname="dev.acme.RankingIT" time="0"><skipped message="not yet"/></testcase>
                        </testsuite>
                        """);
        assertThat(report.problem()).isEmpty();
        assertThat(report.cases()).containsExactly(
                TestCase.of(name("ranks"), Verdict.PASSED, Duration.ofMillis(250)),
                new TestCase(name("keeps_order_for_ties"), Verdict.FAILED, false, Duration.ofMillis(312),
                        "expected [a, b] but was [b, a]",
                        "AssertionError: expected\n\tat dev.acme.RankingIT.keeps(RankingIT.java:88)"),
                new TestCase(name("connects"), Verdict.ERROR, false, null, "java.io.IOException",
                        "java.io.IOException: refused"),
                TestCase.of(name("later"), Verdict.SKIPPED, Duration.ZERO));
    }

    @Test
    void readsSuitesInSuites() {
        TestReport report = read("""
                <testsuites tests="3" failures="1"><testsuite name="outer" tests="3" failures="1">
                  <testcase name="a"/>
                  <testsuite name="inner" tests="2" failures="1"><testcase name="b"/>
                    <testcase name="c"><failure>first line
                second line</failure></testcase></testsuite>
                </testsuite></testsuites>""");
        assertThat(report.problem()).isEmpty();
        assertThat(report.cases()).extracting(c -> c.test().full()).containsExactly("outer.a", "inner.b", "inner.c");
        assertThat(report.cases().getLast().message()).isEqualTo("first line");
    }

    @Test
    void knowsATestThatPassedWhenItWasTriedAgain() {
        TestReport report =
                read("""
                        <testsuite tests="2" failures="0"><testcase name="a"><flakyFailure message="late">x</flakyFailure></testcase>
                        <testcase name="b"/></testsuite>""");
        assertThat(report.isReadable()).isTrue();
        assertThat(report.cases()).extracting(TestCase::wasRetried).containsExactly(true, false);
        assertThat(report.cases()).extracting(TestCase::verdict).containsOnly(Verdict.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "tests='1' failures='1'", "tests='2' failures='1'", "tests='1' failures='1' errors='0'",
        "tests='1' failures='1' errors='1'", "", "tests=''", "failures='1'", "tests='1' failures='1' skipped='0'"
    })
    void acceptsEveryHonestWayToCountAnEvilTest(String claims) {
        String both = claims.contains("tests='2'")
                ? "<testsuite><testcase name='b'/></testsuite>"
                : "";
        String error = claims.contains("errors='1'") ? "<error/>" : "";
        TestReport report =
                read("<testsuite " + claims + "><testcase name='a'><failure/>" + error + "</testcase>" + both
                        + "</testsuite>");
        assertThat(report.problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "tests='7',it says 7 tests and lists 2", "tests='0',it says 0 tests", "failures='0',it says 0 failures",
        "failures='5' errors='1',it says 6 failures", "tests='-2',number of tests is none",
        "tests='NaN',number of tests is none", "tests='2e9',number of tests is none",
        "tests='99999999999999999999',number of tests is none", "tests='10000001',number of tests is none",
        "skipped='many',number of skipped is none", "time='-1',time cannot be", "time='NaN',time cannot be",
        "time='1e99',time cannot be", "time='Infinity',time cannot be", "time='999999999999',time cannot be"
    })
    void doesNotBelieveReportsThatLie(String claims, String why) {
        TestReport report = read("<testsuite " + claims
                + "><testcase name='good'/><testcase name='bad'><failure message='m'/></testcase></testsuite>");
        assertThat(report.problem()).contains(why);
        assertThat(report.cases()).extracting(TestCase::verdict).containsExactly(Verdict.PASSED, Verdict.FAILED);
    }

    @Test
    void neverTrustsALieOfAnInnerSuiteThatAnOuterOneCoversUp() {
        TestReport report = read("<testsuites tests='1' failures='0'><testsuite tests='1' failures='1'>"
                + "<testcase name='a'/></testsuite></testsuites>");
        assertThat(report.problem()).contains("it says 1 failures and lists 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.5", "NaN", "soon", "1e9"})
    void doesNotBelieveATestsImpossibleTime(String time) {
        TestReport report = read("<testsuite><testcase name='a' time='" + time + "'/></testsuite>");
        assertThat(report.problem()).contains("time cannot be");
        assertThat(report.cases().getFirst().time()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0.5,500", "12,12000", "'1,234.5',1234500", "1.5e-02,15", ".25,250"})
    void readsTimesAsRunnersWriteThem(String written, long millis) {
        assertThat(Times.of(written)).contains(Duration.ofMillis(millis));
    }

    @Test
    void doesNotBelieveATestWithoutAName() {
        assertThat(read("<testsuite><testcase/></testsuite>").isReadable()).isFalse();
    }

    @Test
    void keepsWhatCameBeforeTheBreak() {
        TestReport report = read("<testsuite tests='3'><testcase name='a'><failure message='m'>t</failure></testcase>"
                + "<testcase name='b'>");
        assertThat(report.isReadable()).isFalse();
        assertThat(report.cases()).extracting(TestCase::message).containsExactly("m");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "<html><body>Sign in</body></html>", "<!doctype html><html><p>Sign in<br></html>", "PK\u0003\u0004",
        "{\"tests\":1}", "<testsuite tests='1'>",
        "<testsuite><testcase name='a'><testcase name='b'/></testcase></testsuite>",
        "<!DOCTYPE testsuite [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><testsuite name='&x;'/>"
    })
    void callsWhatIsNoReportUnreadable(String text) {
        assertThat(read(text).isReadable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<coverage line-rate='7.0'/>", "<report/>", "<checkstyle><file>",
        "<project><testcase name='x'/></project>"})
    void passesOverReportsOfOtherKinds(String text) {
        assertThat(reports.read("x.xml", stream(text))).isEmpty();
    }

    @Test
    void readsAnEmptySuiteAsNoTests() {
        TestReport report = read("<testsuite name='x' tests='0' failures='0'/>");
        assertThat(report.isReadable()).isTrue();
        assertThat(report.cases()).isEmpty();
    }

    @Test
    void keepsLongTextsShortAndScriptsAsText() {
        String name = "<script>alert(1)</script>\u202E".replace("<", "&lt;");
        TestReport report = read("<testsuite><testcase classname='c' name='" + name + "'><failure message='"
                + "m".repeat(100_000) + "'>" + "t".repeat(100_000) + "</failure></testcase></testsuite>");
        TestCase test = report.cases().getFirst();
        assertThat(test.test().name()).isEqualTo("<script>alert(1)</script>\u202E");
        assertThat(test.message()).hasSize(4_000);
        assertThat(test.trace()).hasSize(32_000);
    }

    @Test
    void keepsTheTracesOfTheFirstFailuresOnly() {
        String failure = "<testcase name='a'><failure message='m'>trace</failure></testcase>";
        TestReport report = read("<testsuite>" + failure.repeat(501) + "</testsuite>");
        assertThat(report.cases()).hasSize(501);
        assertThat(report.cases().get(499).trace()).isEqualTo("trace");
        assertThat(report.cases().get(500).trace()).isEmpty();
        assertThat(report.cases().get(500).message()).isEqualTo("m");
    }

    private TestReport read(String text) {
        Optional<TestReport> report = reports.read("TEST-x.xml", stream(text));
        assertThat(report).isPresent();
        return report.orElseThrow();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TestName name(String name) {
        return new TestName("dev.acme.RankingIT", name);
    }
}
