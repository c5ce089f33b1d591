package dev.signalbox.practice.github.world;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A job as its workflow file describes it.
///
/// @param needs names of the jobs that must have ended before
/// @param environment the deployment environment that the job enters; null for ordinary jobs
/// @param condition the job's `if`; a job whose condition does not hold is skipped
public record JobPlan(
        String name,
        List<String> needs,
        @Nullable String environment,
        Predicate<Trigger> condition,
        List<StepPlan> steps) {

    /// Copies the lists.
    public JobPlan {
        needs = List.copyOf(needs);
        steps = List.copyOf(steps);
    }
}
