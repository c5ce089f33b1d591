package dev.signalbox.practice.gitlab.world;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A job as `.gitlab-ci.yml` describes it.
///
/// @param seconds how long it takes at the normal pace of practice
/// @param environment where it deploys to; null for ordinary jobs
/// @param manual whether somebody must start it
/// @param child the plan of the child pipeline that it starts; null for jobs with a script
/// @param rule a job whose rule does not hold is not made
public record JobPlan(
        String name,
        String stage,
        double seconds,
        @Nullable String environment,
        boolean manual,
        boolean allowFailure,
        @Nullable PipelinePlan child,
        Predicate<Trigger> rule) {

    /// The job that takes a review app down.
    static final String STOP_REVIEW = "stop-review";

    private static final String BRANCH = "$CI_COMMIT_REF_SLUG";

    static JobPlan of(String name, String stage, double seconds, Predicate<Trigger> rule) {
        return new JobPlan(name, stage, seconds, null, false, false, null, rule);
    }

    static JobPlan deploy(String environment, boolean manual, Predicate<Trigger> rule) {
        return new JobPlan("deploy-" + environment, environment, 5, environment, manual, false, null, rule);
    }

    /// One that deploys a branch to an environment of its own, away from the clusters that are watched.
    static JobPlan review(Predicate<Trigger> rule) {
        return new JobPlan("deploy-review", "review", 4, "review/" + BRANCH, false, false, null, rule);
    }

    /// Where it deploys to when it runs for this branch; null for ordinary jobs.
    @Nullable
    String environment(String branch) {
        return environment == null ? null : environment.replace(BRANCH, branch);
    }

    /// Whether it sends a release to a cluster.
    boolean rollsOut() {
        return environment != null && !environment.contains(BRANCH);
    }

    JobPlan allowedToFail() {
        return new JobPlan(name, stage, seconds, environment, manual, true, child, rule);
    }

    /// One that somebody may start, and for which nothing waits.
    JobPlan offered() {
        return new JobPlan(name, stage, seconds, environment, true, true, child, rule);
    }

    /// Whether it leaves a test report behind.
    public boolean tests() {
        return name.contains("tests");
    }
}
