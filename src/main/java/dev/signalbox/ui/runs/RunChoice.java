package dev.signalbox.ui.runs;

import java.util.HashMap;
import java.util.Map;

/// What a person chose within the open run.
///
/// @param attempt 0 for the latest
/// @param beside attempt that it is compared with; 0 for the one before
/// @param job 0 for the one that people ask for first
/// @param group the group of jobs whose line is pointed at; empty when a job is
/// @param folds groups that were folded (true) or unfolded (false)
record RunChoice(int attempt, int beside, long job, String group, Map<String, Boolean> folds) {

    /// Nothing chosen yet.
    static final RunChoice NONE = new RunChoice(0, 0, 0, "", Map.of());

    /// Another attempt, whose jobs have other numbers.
    RunChoice at(int number) {
        return new RunChoice(number, beside, 0, "", folds);
    }

    /// Compared with another attempt.
    RunChoice beside(int number) {
        return new RunChoice(attempt, number, job, group, folds);
    }

    RunChoice on(ClockRow.Key key) {
        return key.isGroup()
                ? new RunChoice(attempt, beside, job, key.group(), folds)
                : new RunChoice(attempt, beside, key.job(), "", folds);
    }

    RunChoice folded(String name, boolean isFolded) {
        Map<String, Boolean> next = new HashMap<>(folds);
        next.put(name, isFolded);
        return new RunChoice(attempt, beside, job, group, Map.copyOf(next));
    }
}
