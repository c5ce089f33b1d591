package dev.signalbox.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "TEST-dev.acme.RankingIT.xml", "target/surefire-reports/TEST-a.xml", "junit.xml", "a/b/junit-2.xml",
        "test-results/a.xml", "build/test-results/test/deep/x.XML", "test-results/TEST-a.xml"
    })
    void findsWhatRunnersUsuallyWrite(String path) {
        assertThat(ReportRules.USUAL.fits(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "TEST-a.txt", "test-results/index.html", "a/TEST-x/y.xml", "coverage.xml", "my-junit.xml",
        "test-results.xml", "xTEST-a.xml", "TEST-a.xml.gz", "junit/a.xml"
    })
    void passesOverOtherFiles(String path) {
        assertThat(ReportRules.USUAL.fits(path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "out/*.xml,out/a.xml,true", "out/*.xml,x/out/a.xml,true", "out/*.xml,out/b/a.xml,false",
        "out/**/r.xml,out/r.xml,true", "out/**/r.xml,out/a/b/r.xml,true", "out/**/r.xml,out/xr.xml,false",
        "r?.xml,r1.xml,true", "r?.xml,r.xml,false", "r[1].xml,r[1].xml,true", "r[1].xml,r1.xml,false",
        "**,anything/at/all.xml,true", "(a+)+.xml,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.xml,false"
    })
    void readsPatternsAsPeopleWriteThem(String pattern, String path, boolean fits) {
        assertThat(new ReportRules(List.of(pattern), 1).fits(path)).isEqualTo(fits);
    }

    @Test
    void putsNewFailuresFirstAndFlakyOnesLast() {
        Findings findings = new Findings(
                1, new RunReports(List.of(new TestReport("r", List.of(
                        failed("flaky"), failed("known"), failed("new"), failed("alsoNew"),
                        TestCase.of(new TestName("s", "good"), Verdict.PASSED, Duration.ZERO)), "")),
                        List.of(), List.of()),
                java.util.Map.of(
                        new TestName("s", "flaky"), new TestPast(3, 1, null, 0, true),
                        new TestName("s", "known"), new TestPast(3, 1, null, 0, false)),
                4);
        assertThat(findings.failing()).extracting(f -> f.test().test().name())
                .containsExactly("new", "alsoNew", "known", "flaky");
        assertThat(findings.count(TestPast.Standing.NEW)).isEqualTo(2);
        assertThat(findings.count(TestPast.Standing.KNOWN)).isEqualTo(1);
        assertThat(findings.count(TestPast.Standing.FLAKY)).isEqualTo(1);
        assertThat(findings.knowsThePast()).isTrue();
    }

    private static TestCase failed(String name) {
        return new TestCase(new TestName("s", name), Verdict.FAILED, false, null, "", "");
    }
}
