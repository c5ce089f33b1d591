package dev.signalbox.domain.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is remembered of a test from runs before the one that is looked at.
///
/// @param passed how many runs it passed in
/// @param failed how many runs it failed in
/// @param lastFailedAt when the newest of those runs was
/// @param lastFailedRun the number that people quote for it
/// @param passedSameCommit whether it passed on the very commit on which it now failed
public record TestPast(
        int passed,
        int failed,
        @Nullable Instant lastFailedAt,
        long lastFailedRun,
        boolean passedSameCommit) {

    /// Nothing is remembered.
    public static final TestPast NONE = new TestPast(0, 0, null, 0, false);

    /// How a failure now is to be taken.
    public Standing standing() {
        if (passedSameCommit) {
            return Standing.FLAKY;
        }
        if (failed > 0) {
            return Standing.KNOWN;
        }
        return Standing.NEW;
    }

    /// How a failure stands beside earlier runs.
    public enum Standing {
        /// It was never seen to fail before.
        NEW,
        /// It failed in an earlier run, too.
        KNOWN,
        /// It passed on the same commit: its failure says little about the change.
        FLAKY
    }
}
