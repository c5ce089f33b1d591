package dev.signalbox.port;

import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Reviewer;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.Workflow;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values for contract tests that every CI provider can express.
public final class CiSamples {

    static final Instant T0 = Instant.parse("2026-11-20T10:00:00Z");
    static final String SHA = "6dcb09b5b57875f334f61aebed695e2e4193db5e";
    /// Beyond what fits an `int` and what a floating point number can hold exactly.
    static final long LARGE = 9_007_199_254_740_993L;

    private CiSamples() {}

    static Run run(RepositoryId repository, long number, RunStatus status, Conclusion conclusion) {
        return new Run(
                new RunId(repository, number),
                1,
                12,
                "deploy.yml",
                ".github/workflows/deploy.yml",
                641,
                "Fix the checkout",
                "push",
                status,
                conclusion,
                "release/1.x",
                SHA,
                "ada",
                "ada",
                T0,
                T0.plusSeconds(1),
                T0.plusSeconds(90),
                URI.create("https://ci.example.com/runs/" + number));
    }

    static Job job(RunId run, long number, String name, RunStatus status, Conclusion conclusion) {
        return new Job(
                run,
                number,
                1,
                name,
                status,
                conclusion,
                T0,
                T0.plusSeconds(2),
                status == RunStatus.COMPLETED ? T0.plusSeconds(60) : null,
                List.of("linux"),
                "runner-7",
                List.of(),
                URI.create("https://ci.example.com/jobs/" + number));
    }

    static Workflow workflow(RepositoryId repository, long number, String name) {
        return new Workflow(repository, number, name, ".github/workflows/" + name + ".yml", true, null);
    }

    static List<PendingApproval> pending(RunId run) {
        return List.of(
                new PendingApproval(
                        run,
                        new Gate.Environment(LARGE),
                        "production",
                        true,
                        Duration.ofMinutes(30),
                        T0,
                        List.of(new Reviewer(Reviewer.Kind.USER, "ada"), new Reviewer(Reviewer.Kind.TEAM, "release"))),
                new PendingApproval(run, new Gate.Environment(8), "staging", false, Duration.ZERO, null, List.of()));
    }

    static List<Review> reviews() {
        return List.of(
                new Review("ada", Review.Decision.APPROVED, "Ship it! \u202e", List.of("production", "staging")),
                new Review("grace", Review.Decision.REJECTED, "", List.of("production")));
    }

    static List<CiEnvironment> environments(RepositoryId repository) {
        return List.of(
                new CiEnvironment(
                        repository,
                        LARGE,
                        "production/eu",
                        Duration.ofMinutes(30),
                        List.of(new Reviewer(Reviewer.Kind.TEAM, "release"), new Reviewer(Reviewer.Kind.USER, "ada")),
                        true,
                        true),
                new CiEnvironment(repository, 2, "staging", Duration.ZERO, List.of(), false, false));
    }

    static Deployment deployment(
            RepositoryId repository, long number, String environment, Deployment.State state, @Nullable Long run) {
        URI page = run == null
                ? null
                : URI.create("https://ci.example.com/" + repository.fullName() + "/actions/runs/" + run + "/job/5");
        return new Deployment(repository, number, environment, SHA, "main", "ada", state, T0, run, page,
                run == null ? null : 5L);
    }
}
