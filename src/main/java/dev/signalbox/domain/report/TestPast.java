package dev.signalbox.domain.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is remembered of a test from runs before the one that is looked at.
///
/// @param passed how many runs it passed in
/// @param failed how many runs it failed in
/// @param lastFailedAt when the newest of those runs was
/// @param lastFailedRun the number that people quote for it
/// @param passedSameCommit whether it passed on the very commit on which it now failed, in another attempt or run
/// @param flakyBefore on how many earlier commits it both failed and passed
public record TestPast(
        int passed,
        int failed,
        @Nullable Instant lastFailedAt,
        long lastFailedRun,
        boolean passedSameCommit,
        int flakyBefore) {

    /// Nothing is remembered.
    public static final TestPast NONE = new TestPast(0, 0, null, 0, false);

    /// Of a test that was never seen to do both on one commit.
    public TestPast(
            int passed, int failed, @Nullable Instant lastFailedAt, long lastFailedRun, boolean passedSameCommit) {
        this(passed, failed, lastFailedAt, lastFailedRun, passedSameCommit, 0);
    }

    /// The same for a test that was seen to pass on this commit.
    public TestPast onThisCommit() {
        return new TestPast(passed, failed, lastFailedAt, lastFailedRun, true, flakyBefore);
    }

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
        /// It passed on the same commit, in another attempt or run of the same workflow: its failure says little about
        /// the change. A test that was flaky on other commits only is known, not flaky: this time it may be broken.
        FLAKY
    }
}
