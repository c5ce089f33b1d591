package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWords.exact;
import static dev.signalbox.provider.gitlab.GitLabWords.line;
import static dev.signalbox.provider.gitlab.GitLabWords.lower;

import dev.signalbox.domain.report.TestCase;
import dev.signalbox.domain.report.TestName;
import dev.signalbox.domain.report.TestReport;
import dev.signalbox.domain.report.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Wire to domain: GitLab's own report of a pipeline's tests. Pure. A report whose numbers do not add up cannot be believed.
final class GitLabReportMapping {

    private static final String WHOLE = "GitLab's test report";
    private static final BigDecimal LONGEST = BigDecimal.valueOf(1_000_000);
    private static final int LONGEST_MESSAGE = 1_000;

    private GitLabReportMapping() {}

    /// @param counted how many tests GitLab counted when the jobs ended
    static List<TestReport> reports(TestReportJson report, long counted) {
        List<TestReport> all = new ArrayList<>();
        report.suites().forEach(suite -> all.add(suite(suite)));
        long listed = report.suites().stream().mapToLong(suite -> suite.cases().size()).sum();
        if (listed != counted || listed != report.count()) {
            all.add(unreadable("it counts " + Math.max(counted, report.count()) + " tests and lists " + listed));
        }
        return all;
    }

    /// In place of a report of which only the numbers can be read.
    static TestReport unreadable(String why) {
        return new TestReport(WHOLE, List.of(), why);
    }

    private static TestReport suite(TestReportJson.Suite suite) {
        List<TestCase> cases = new ArrayList<>();
        boolean odd = false;
        for (TestReportJson.Case one : suite.cases()) {
            Verdict verdict = verdict(one.status());
            odd |= verdict == null;
            if (verdict != null) {
                cases.add(test(one, verdict, exact(suite.name())));
            }
        }
        String name = line(suite.name());
        return new TestReport(name.isEmpty() ? WHOLE : name, cases, problem(suite, cases, odd));
    }

    private static String problem(TestReportJson.Suite suite, List<TestCase> cases, boolean odd) {
        String error = line(suite.error());
        if (!error.isEmpty()) {
            return error;
        }
        if (odd) {
            return "it holds a test that ended in a way that is not known";
        }
        long bad = cases.stream().filter(test -> test.verdict().isBad()).count();
        if (suite.count() != cases.size() || suite.failed() + suite.broken() != bad) {
            return "it counts " + suite.count() + " tests, " + (suite.failed() + suite.broken()) + " failed, and lists "
                    + cases.size() + ", " + bad + " failed";
        }
        return "";
    }

    private static TestCase test(TestReportJson.Case one, Verdict verdict, String suite) {
        String type = exact(one.type());
        TestName name = new TestName(type.isBlank() ? suite : type, exact(one.name()));
        if (!verdict.isBad()) {
            return TestCase.of(name, verdict, time(one.seconds()));
        }
        String output = exact(one.output()).strip();
        int end = output.indexOf('\n');
        String message = end < 0 ? output : output.substring(0, end);
        String trace = one.trace() == null || one.trace().isBlank()
                ? end < 0 ? "" : output.substring(end + 1)
                : one.trace();
        return new TestCase(
                name, verdict, false, time(one.seconds()),
                message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message, trace);
    }

    private static @Nullable Verdict verdict(@Nullable String status) {
        return switch (lower(status)) {
            case "success" -> Verdict.PASSED;
            case "failed" -> Verdict.FAILED;
            case "error" -> Verdict.ERROR;
            case "skipped" -> Verdict.SKIPPED;
            default -> null;
        };
    }

    private static @Nullable Duration time(@Nullable BigDecimal seconds) {
        BigDecimal told = Objects.requireNonNullElse(seconds, LONGEST);
        return told.compareTo(LONGEST) >= 0 ? null : Duration.ofNanos(told.movePointRight(9).longValue());
    }
}
