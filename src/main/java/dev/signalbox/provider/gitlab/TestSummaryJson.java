package dev.signalbox.provider.gitlab;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How a pipeline's tests went in all, on the wire.
///
/// @param seconds how long they took together
record TestSummaryJson(
        long count, long passed, long failed, long skipped, long broken, @Nullable BigDecimal seconds) {

    static TestSummaryJson of(GitLabJson summary) {
        GitLabJson total = summary.object("total");
        return new TestSummaryJson(
                total.number("count", 0),
                total.number("success", 0),
                total.number("failed", 0),
                total.number("skipped", 0),
                total.number("error", 0),
                total.decimal("time"));
    }
}
