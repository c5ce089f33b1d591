package dev.signalbox.practice.gitlab.world;

import java.util.List;
import java.util.Optional;

/// What a file of GitLab CI makes: jobs in stages, told a second time beside the text of the file.
///
/// @param file path of the file
public record PipelinePlan(String file, List<String> stages, List<JobPlan> jobs) {

    private static final String TEST = "test";
    private static final String BUILD = "build";

    /// The environments, in the order of their stages.
    public static final List<String> ENVIRONMENTS = List.of("development", "staging", "production");

    /// Copies the lists.
    public PipelinePlan {
        stages = List.copyOf(stages);
        jobs = List.copyOf(jobs);
    }

    private static PipelinePlan quality() {
        return new PipelinePlan("ci/quality.yml", List.of(TEST, "report"), List.of(
                JobPlan.of("scan-dependencies", TEST, 4, trigger -> true),
                JobPlan.of("scan-secrets", TEST, 2, trigger -> true),
                JobPlan.of("licences", TEST, 3, trigger -> true).allowedToFail(),
                JobPlan.of("quality-report", "report", 2, trigger -> true)));
    }

    static PipelinePlan main() {
        return new PipelinePlan(".gitlab-ci.yml",
                List.of(TEST, BUILD, "review", "development", "staging", "production"), List.of(
                        JobPlan.of("lint", TEST, 3, PipelinePlan::checks),
                        JobPlan.of("unit-tests 1/2", TEST, 7, PipelinePlan::checks),
                        JobPlan.of("unit-tests 2/2", TEST, 10, PipelinePlan::checks),
                        new JobPlan("quality", TEST, 0, null, false, false, quality(), PipelinePlan::builds),
                        JobPlan.of("build-image", BUILD, 6, trigger -> true),
                        JobPlan.of("integration-tests", BUILD, 8, PipelinePlan::builds),
                        JobPlan.of("publish-docs", BUILD, 3, PipelinePlan::builds).offered(),
                        JobPlan.review(Trigger::isReview),
                        JobPlan.of(JobPlan.STOP_REVIEW, "review", 3, Trigger::isReview).offered(),
                        JobPlan.deploy("development", false, trigger -> builds(trigger) || trigger.into("development")),
                        JobPlan.deploy("staging", false, trigger -> trigger.into("staging")),
                        JobPlan.deploy("production", true, trigger -> trigger.into("production"))));
    }

    private static boolean builds(Trigger trigger) {
        return trigger.source().equals("push");
    }

    private static boolean checks(Trigger trigger) {
        return builds(trigger) || trigger.isReview();
    }

    /// The job of this name.
    public Optional<JobPlan> job(String name) {
        return jobs.stream().filter(job -> job.name().equals(name)).findFirst();
    }
}
