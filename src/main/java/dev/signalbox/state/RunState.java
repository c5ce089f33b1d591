package dev.signalbox.state;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is known of one run beyond its line in the list.
///
/// @param run the run as last read on its own
/// @param jobs by attempt
/// @param pending environments that it waits for
/// @param reviews decisions taken on it
/// @param changeRequests pull requests or merge requests that its commit came with
public record RunState(
        Reading<Run> run,
        Map<Integer, Reading<List<Job>>> jobs,
        Reading<List<PendingApproval>> pending,
        Reading<List<Review>> reviews,
        Reading<List<ChangeRequest>> changeRequests) {

    /// Nothing known yet.
    public static final RunState UNKNOWN = new RunState(
            Reading.never(), Map.of(), Reading.never(), Reading.never(), Reading.never());

    /// One whose change requests nobody asked for.
    public RunState(
            Reading<Run> run,
            Map<Integer, Reading<List<Job>>> jobs,
            Reading<List<PendingApproval>> pending,
            Reading<List<Review>> reviews) {
        this(run, jobs, pending, reviews, Reading.never());
    }

    /// The jobs of an attempt.
    public Reading<List<Job>> jobsOf(int attempt) {
        return jobs.getOrDefault(attempt, Reading.never());
    }

    RunState withRun(Reading<Run> read) {
        return new RunState(read, jobs, pending, reviews, changeRequests);
    }

    RunState withJobs(int attempt, Reading<List<Job>> read) {
        Map<Integer, Reading<List<Job>>> all = new HashMap<>(jobs);
        all.put(attempt, read);
        return new RunState(run, Map.copyOf(all), pending, reviews, changeRequests);
    }

    RunState withPending(Reading<List<PendingApproval>> read) {
        return new RunState(run, jobs, read, reviews, changeRequests);
    }

    RunState withReviews(Reading<List<Review>> read) {
        return new RunState(run, jobs, pending, read, changeRequests);
    }

    RunState withChangeRequests(Reading<List<ChangeRequest>> read) {
        return new RunState(run, jobs, pending, reviews, read);
    }
}
