package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.ui.widget.Mark;

/// How a run, a job or a step stands, as a mark and as a word.
final class RunWords {

    private RunWords() {}

    static Mark mark(RunStatus status, Conclusion conclusion) {
        return switch (status) {
            case REQUESTED, QUEUED, PENDING -> Mark.QUEUED;
            case WAITING -> Mark.WAITING;
            case IN_PROGRESS -> Mark.MOVING;
            case UNKNOWN -> Mark.UNKNOWN;
            case COMPLETED -> switch (conclusion) {
                case SUCCESS -> Mark.GOOD;
                case FAILURE, TIMED_OUT, STARTUP_FAILURE -> Mark.BAD;
                case ACTION_REQUIRED -> Mark.WARNING;
                case CANCELLED -> Mark.STOPPED;
                case SKIPPED, NEUTRAL, STALE -> Mark.IDLE;
                case NONE, UNKNOWN -> Mark.UNKNOWN;
            };
        };
    }

    /// What was tried again is no trouble any more, however it ended.
    static Mark mark(Job job) {
        return job.replaced() ? Mark.STOPPED : mark(job.status(), job.conclusion());
    }

    static String word(Job job) {
        String word = word(job.status(), job.conclusion());
        return job.replaced() ? word + ", tried again" : word;
    }

    static String word(RunStatus status, Conclusion conclusion) {
        return switch (status) {
            case REQUESTED -> "requested";
            case QUEUED, PENDING -> "queued";
            case WAITING -> "waiting";
            case IN_PROGRESS -> "running";
            case UNKNOWN -> "unknown";
            case COMPLETED -> switch (conclusion) {
                case SUCCESS -> "passed";
                case FAILURE -> "failed";
                case TIMED_OUT -> "timed out";
                case STARTUP_FAILURE -> "could not start";
                case ACTION_REQUIRED -> "needs action";
                case CANCELLED -> "cancelled";
                case SKIPPED -> "skipped";
                case NEUTRAL -> "neutral";
                case STALE -> "stale";
                case NONE, UNKNOWN -> "ended unknown";
            };
        };
    }
}
