package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What GitLab itself made of a pipeline's test reports, on the wire.
///
/// @param count how many tests there are in all
record TestReportJson(long count, List<Suite> suites) {

    static TestReportJson of(JsonFields report) {
        return new TestReportJson(
                report.number("total_count", 0), report.objects("test_suites").stream().map(Suite::of).toList());
    }

    /// The tests of one job.
    ///
    /// @param error why its reports could not be read
    record Suite(
            @Nullable String name,
            long count,
            long failed,
            long broken,
            @Nullable String error,
            List<Case> cases) {

        static Suite of(JsonFields suite) {
            return new Suite(
                    suite.words("name"),
                    suite.number("total_count", 0),
                    suite.number("failed_count", 0),
                    suite.number("error_count", 0),
                    suite.words("suite_error"),
                    suite.objects("test_cases").stream().map(Case::of).toList());
        }
    }

    /// One test.
    ///
    /// @param seconds how long it took
    record Case(
            @Nullable String status,
            @Nullable String name,
            @Nullable String type,
            @Nullable BigDecimal seconds,
            @Nullable String output,
            @Nullable String trace) {

        static Case of(JsonFields test) {
            return new Case(
                    test.text("status"),
                    test.words("name"),
                    test.words("classname"),
                    test.decimal("execution_time"),
                    test.words("system_output"),
                    test.words("stack_trace"));
        }
    }
}
