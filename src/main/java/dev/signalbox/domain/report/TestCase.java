package dev.signalbox.domain.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One test in one report.
///
/// @param wasRetried whether it failed first and passed when it was tried again in the same job
/// @param time how long it took, if the report tells
/// @param message why it failed, a line or two; empty when it did not
/// @param trace where it failed; empty when not told
public record TestCase(
        TestName test, Verdict verdict, boolean wasRetried, @Nullable Duration time, String message, String trace) {

    /// A test that ended well, or not at all.
    public static TestCase of(TestName test, Verdict verdict, @Nullable Duration time) {
        return new TestCase(test, verdict, false, time, "", "");
    }
}
