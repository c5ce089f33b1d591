package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.testing.SampleRuns;
import dev.signalbox.testing.SampleStates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Jobs for tests, with times in seconds after a common beginning.
final class Jobs {

    static final Instant BEGIN = SampleStates.NOW.minusSeconds(600);

    private Jobs() {}

    static Job done(long number, long queued, long started, long ended) {
        return ended(number, Conclusion.SUCCESS, queued, started, ended);
    }

    static Job ended(long number, Conclusion how, long queued, long started, long ended) {
        return job(number, RunStatus.COMPLETED, how, at(queued), at(started), at(ended));
    }

    static Job going(long number, RunStatus status, long queued, long started) {
        return job(number, status, Conclusion.NONE, at(queued), started < 0 ? null : at(started), null);
    }

    static Job job(
            long number,
            RunStatus status,
            Conclusion how,
            @Nullable Instant queued,
            @Nullable Instant started,
            @Nullable Instant ended,
            Job.Step... steps) {
        return new Job(
                SampleRuns.SEARCH_FAILED, number, 1, "job " + number, status, how, queued, started, ended, List.of(),
                null,
                List.of(steps), null);
    }

    /// The same job under another name.
    static Job named(String name, Job job) {
        return new Job(
                job.run(), job.number(), job.attempt(), name, job.status(), job.conclusion(), job.createdAt(),
                job.startedAt(), job.completedAt(), job.labels(), job.runner(), job.steps(), job.page());
    }

    static ClockCard clock(List<Job> jobs, Instant now) {
        return ClockRows.of(new ClockFacts(jobs, Map.of(), null, null, Map.of(), now));
    }

    static Instant at(long seconds) {
        return BEGIN.plusSeconds(seconds);
    }
}
