package dev.signalbox.practice.github.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The two workflows that every practice repository has: the files and, told twice on purpose, their plans.
final class Workflows {

    static final String CI = ".github/workflows/ci.yml";
    static final String RELEASE = ".github/workflows/release.yml";
    static final List<String> ENVIRONMENTS = List.of("development", "staging", "production");

    private Workflows() {}

    static WorkflowFile ci(long id) {
        return new WorkflowFile(
                id,
                "CI",
                CI,
                WorkflowTexts.CI,
                Set.of("push", "workflow_dispatch"),
                List.of(
                        new Input("suite", "choice", false, "all", List.of("all", "fast")),
                        new Input("debug", "boolean", false, "false", List.of())),
                List.of(
                        job("lint", List.of(), step("Run linters", 3)),
                        job("unit-tests (1/2)", List.of(), step("Restore cache", 1), step("Run unit tests", 7)),
                        job("unit-tests (2/2)", List.of(), step("Restore cache", 1), step("Run unit tests", 11)),
                        job("security-scan", List.of(), step("Scan dependencies", 4), step("Scan for secrets", 2)),
                        job(
                                "build image",
                                List.of("lint", "unit-tests (1/2)", "unit-tests (2/2)", "security-scan"),
                                step("Build image", 6),
                                step("Push image", 2)),
                        job(
                                "integration-tests",
                                List.of("build image"),
                                step("Restore cache", 1),
                                step("Start services", 3),
                                step("Run integration tests", 8),
                                step("Upload report", 1))));
    }

    static WorkflowFile release(long id) {
        return new WorkflowFile(
                id,
                "Release",
                RELEASE,
                WorkflowTexts.RELEASE,
                Set.of("push", "workflow_dispatch"),
                List.of(
                        new Input("version", "string", false, "", List.of()),
                        new Input("environment", "choice", true, "development", ENVIRONMENTS)),
                List.of(
                        job("build image", List.of(), step("Build image", 5), step("Push image", 2)),
                        deploy("development", "build image",
                                trigger -> pushed(trigger) || into(trigger, "development")),
                        deploy("staging", "deploy-development", trigger -> into(trigger, "staging")),
                        deploy("production", "deploy-staging", trigger -> into(trigger, "production"))));
    }

    private static boolean pushed(Trigger trigger) {
        return trigger.event().equals("push");
    }

    private static boolean into(Trigger trigger, String environment) {
        return trigger.input("environment").equals(environment);
    }

    private static JobPlan job(String name, List<String> needs, StepPlan... own) {
        return new JobPlan(name, needs, null, trigger -> true, around(List.of(own)));
    }

    private static JobPlan deploy(String environment, String needs, Predicate<Trigger> when) {
        List<StepPlan> own = List.of(
                step("Log in to the cluster", 1),
                new StepPlan("Roll out", 3, true),
                step("Smoke tests", 2));
        return new JobPlan("deploy-" + environment, List.of(needs), environment, when, around(own));
    }

    private static StepPlan step(String name, double seconds) {
        return StepPlan.of(name, seconds);
    }

    private static List<StepPlan> around(List<StepPlan> own) {
        List<StepPlan> all = new ArrayList<>();
        all.add(step("Set up job", 1));
        all.add(step("Check out", 1));
        all.addAll(own);
        all.add(step("Complete job", 0.4));
        return all;
    }
}
