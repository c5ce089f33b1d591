package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a pipeline's tests went in all, on the wire.
///
/// @param seconds how long they took together
/// @param errors why the files of some job could not be read
record TestSummaryJson(
        long count, long passed, long failed, long skipped, long broken, @Nullable BigDecimal seconds,
        List<String> errors) {

    static TestSummaryJson of(JsonFields summary) {
        JsonFields total = summary.object("total");
        return new TestSummaryJson(
                total.number("count", 0),
                total.number("success", 0),
                total.number("failed", 0),
                total.number("skipped", 0),
                total.number("error", 0),
                total.decimal("time"),
                summary.objects("test_suites").stream()
                        .map(suite -> suite.words("suite_error"))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /// Whether no job said anything about tests.
    boolean isEmpty() {
        return count == 0 && errors.isEmpty();
    }
}
