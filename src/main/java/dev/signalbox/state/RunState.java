package dev.signalbox.state;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Run;
import java.util.List;
import java.util.Map;

/// What is known of one run beyond its line in the list.
///
/// @param run the run as last read on its own
/// @param jobs by attempt
/// @param pending environments that it waits for
/// @param reviews decisions taken on it
public record RunState(
        Reading<Run> run,
        Map<Integer, Reading<List<Job>>> jobs,
        Reading<List<PendingApproval>> pending,
        Reading<List<Review>> reviews) {

    /// Nothing known yet.
    public static final RunState UNKNOWN =
            new RunState(Reading.never(), Map.of(), Reading.never(), Reading.never());

    /// The jobs of an attempt.
    public Reading<List<Job>> jobsOf(int attempt) {
        return jobs.getOrDefault(attempt, Reading.never());
    }
}
