package dev.signalbox.testing;

import static dev.signalbox.testing.SampleStates.NOW;
import static dev.signalbox.testing.SampleStates.repository;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Commit;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Reviewer;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.state.RepositoryState;
import dev.signalbox.state.RunState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs of the sample state: a history per service, one running, two that wait for approval, one failed.
public final class SampleRuns {

    public static final RunId WEB_RELEASE = new RunId(repository("web-frontend"), 4_180);
    public static final RunId PAYMENTS_RELEASE = new RunId(repository("payments-api"), 1_203);
    public static final RunId SEARCH_FAILED = new RunId(repository("search"), 641);
    public static final String WEB_SHA = "e51f0ab" + "1".repeat(33);
    public static final String WEB_DEPLOYED_SHA = "3c0ffee" + "2".repeat(33);

    private SampleRuns() {}

    static void fill(Map<RepositoryId, RepositoryState> repositories, Map<RunId, RunState> runs) {
        List.of("web-frontend", "checkout", "catalog", "search", "payments-api", "ledger", "fraud-model", "gateway",
                "identity", "mailer")
                .forEach(name -> repositories.put(repository(name), repositoryState(name)));
        runs.put(WEB_RELEASE, waiting(release(WEB_RELEASE, WEB_SHA, "Lazy-load basket drawer", 840), true));
        runs.put(PAYMENTS_RELEASE, waiting(
                release(PAYMENTS_RELEASE, "aa0" + "7".repeat(37), "Retry settlement on timeout", 540), false));
        runs.put(SEARCH_FAILED, new RunState(
                Reading.of(build("search", 641, 451, Conclusion.FAILURE, 7), NOW),
                Map.of(1, Reading.of(failedJobs(), NOW)), Reading.of(List.of(), NOW), Reading.of(List.of(), NOW)));
    }

    static Map<ComparisonKey, Reading<Comparison>> comparisons() {
        ComparisonKey key = new ComparisonKey(repository("web-frontend"), WEB_DEPLOYED_SHA, WEB_SHA);
        List<Commit> commits = List.of(
                new Commit(WEB_SHA, "Lazy-load basket drawer", "dev-1", NOW.minusSeconds(9_000), null),
                new Commit("b0a99c3" + "0".repeat(33), "Checkout button focus ring", "dev-2", NOW.minusSeconds(12_000),
                        null),
                new Commit("77d1e02" + "0".repeat(33), "Add an index for baskets", "dev-3", NOW.minusSeconds(15_000),
                        null));
        return Map.of(key, Reading.of(
                new Comparison(key, 14, 0, commits, List.of("src/basket.ts", "db/V42__add_index.sql")), NOW));
    }

    private static RepositoryState repositoryState(String name) {
        RepositoryId id = repository(name);
        List<Run> history = new ArrayList<>();
        if (name.equals("web-frontend")) {
            history.add(release(WEB_RELEASE, WEB_SHA, "Lazy-load basket drawer", 840));
        } else if (name.equals("payments-api")) {
            history.add(release(PAYMENTS_RELEASE, "aa0" + "7".repeat(37), "Retry settlement on timeout", 540));
        }
        for (int i = 0; i < 8; i++) {
            boolean running = i == 0 && name.equals("web-frontend");
            boolean failed = name.equals("search") ? i == 0 || i == 5 : name.equals("web-frontend") && i == 4;
            Conclusion end = running ? Conclusion.NONE : failed ? Conclusion.FAILURE : Conclusion.SUCCESS;
            long number = name.equals("search") ? 641 - i : 4_182 - i * 2L;
            history.add(build(name, number, name.length() * 30L + i % 3 * 12L, end, i));
        }
        CiEnvironment production = new CiEnvironment(
                id, 3, "production", Duration.ZERO,
                List.of(new Reviewer(Reviewer.Kind.TEAM, "release-managers"),
                        new Reviewer(Reviewer.Kind.USER, "qa-lead")),
                true, true);
        Deployment live = new Deployment(
                id, 88, "production", WEB_DEPLOYED_SHA, "v5.19.2", "release-bot", Deployment.State.SUCCESS,
                NOW.minusSeconds(86_400), 4_100L, null);
        return new RepositoryState(
                Reading.of(new Repository(id, "main", false, Repository.Access.WRITE, NOW, null), NOW),
                Reading.of(
                        List.of(
                                new Workflow(id, 1, "CI", ".github/workflows/ci.yml", true, null),
                                new Workflow(id, 2, "Release", ".github/workflows/release.yml", true, null)),
                        NOW),
                Reading.of(List.copyOf(history), NOW),
                Reading.of(List.of(production), NOW),
                Reading.of(List.of(live), NOW));
    }

    private static Run build(String name, long number, long seconds, Conclusion end, int back) {
        Instant start = NOW.minusSeconds(back * 5_400L + (end == Conclusion.NONE ? 41 : 800));
        return new Run(
                new RunId(repository(name), number), 1, 1, "CI", ".github/workflows/ci.yml", number,
                "Tune ranking weights", "push", end == Conclusion.NONE ? RunStatus.IN_PROGRESS : RunStatus.COMPLETED,
                end, "main", "5f2c1d9" + "3".repeat(33), "dev-1", "dev-1", start, start, start.plusSeconds(seconds),
                URI.create("https://github.com/acme/" + name + "/actions/runs/" + number));
    }

    private static Run release(RunId id, String sha, String title, long age) {
        Instant start = NOW.minusSeconds(age);
        return new Run(
                id, 1, 2, "Release", ".github/workflows/release.yml", id.number(), title, "push", RunStatus.WAITING,
                Conclusion.NONE, "main", sha, "dev-1", "dev-1", start, start, start.plusSeconds(200),
                URI.create("https://github.com/acme/" + id.repository().name() + "/actions/runs/" + id.number()));
    }

    private static RunState waiting(Run run, boolean mine) {
        PendingApproval approval = new PendingApproval(
                run.id(), new Gate.Environment(3), "production", mine, Duration.ZERO, run.updatedAt(),
                List.of(new Reviewer(Reviewer.Kind.TEAM, "release-managers"),
                        new Reviewer(Reviewer.Kind.USER, "qa-lead")));
        List<Job> jobs = List.of(
                job(run, 1, "lint", Conclusion.SUCCESS, 0, 64),
                job(run, 2, "unit-tests", Conclusion.SUCCESS, 10, 131),
                job(run, 3, "build image", Conclusion.SUCCESS, 140, 52),
                job(run, 4, "deploy-production", Conclusion.NONE, 200, 0));
        return new RunState(
                Reading.of(run, NOW), Map.of(1, Reading.of(jobs, NOW)), Reading.of(List.of(approval), NOW),
                Reading.of(
                        List.of(new Review("qa-lead", Review.Decision.APPROVED, "soak was fine", List.of("staging"))),
                        NOW));
    }

    private static List<Job> failedJobs() {
        Run run = build("search", 641, 451, Conclusion.FAILURE, 7);
        return List.of(
                job(run, 11, "lint", Conclusion.SUCCESS, 0, 48),
                job(run, 12, "unit-tests (1/2)", Conclusion.SUCCESS, 0, 105),
                job(run, 13, "unit-tests (2/2)", Conclusion.SUCCESS, 0, 128),
                job(run, 14, "build image", Conclusion.SUCCESS, 148, 83),
                job(run, 15, "integration-tests", Conclusion.FAILURE, 241, 96),
                job(run, 16, "deploy-staging", Conclusion.SKIPPED, 340, 0));
    }

    private static Job job(Run run, long number, String name, Conclusion end, long after, long seconds) {
        Instant start = run.createdAt() == null ? NOW : run.createdAt().plusSeconds(after);
        boolean done = end != Conclusion.NONE;
        Job.Step step = new Job.Step(
                1, "Set up job", RunStatus.COMPLETED, Conclusion.SUCCESS, start, start.plusSeconds(3));
        Job.Step work = new Job.Step(
                2, "Run " + name, done ? RunStatus.COMPLETED : RunStatus.WAITING, end, start.plusSeconds(3),
                done ? start.plusSeconds(seconds) : null);
        return new Job(
                run.id(), number, 1, name, done ? RunStatus.COMPLETED : RunStatus.WAITING, end, start,
                start.plusSeconds(8), done ? start.plusSeconds(seconds) : null, List.of("ubuntu-latest"), "runner-7",
                List.of(step, work), null);
    }
}
