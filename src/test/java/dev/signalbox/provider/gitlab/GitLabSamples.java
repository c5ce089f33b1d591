package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ci.ApprovalRule;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Reviewer;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The samples of the contract tests as GitLab can tell them.
final class GitLabSamples {

    private GitLabSamples() {}

    static Run told(Run run) {
        return new Run(
                run.id(),
                1,
                0,
                "Pipeline",
                ".gitlab-ci.yml",
                run.number(),
                run.title(),
                run.event(),
                run.status(),
                run.conclusion(),
                run.branch(),
                run.headSha(),
                run.actor(),
                run.triggeredBy(),
                run.createdAt(),
                run.startedAt(),
                run.updatedAt(),
                run.page(),
                "98.29", null);
    }

    /// A deployment is made by a job, or by nobody that is known.
    static Deployment told(Deployment sample) {
        return new Deployment(
                sample.repository(),
                sample.number(),
                sample.environment(),
                sample.sha(),
                sample.ref(),
                sample.creator(),
                sample.state(),
                sample.createdAt(),
                sample.run(),
                sample.page(),
                sample.run() == null ? null : Long.valueOf(5));
    }

    static Artifact told(Artifact sample) {
        return new Artifact(
                sample.run(),
                sample.number(),
                sample.name(),
                sample.bytes(),
                false,
                sample.createdAt(),
                sample.expiresAt(),
                null);
    }

    static List<PendingApproval> pending(RunId run) {
        Instant since = Instant.parse("2026-11-20T10:00:00Z");
        return List.of(
                new PendingApproval(
                        run,
                        new Gate.Deployment(70),
                        "production/eu",
                        true,
                        Duration.ZERO,
                        since,
                        List.of(
                                new Reviewer(Reviewer.Kind.TEAM, "Release managers"),
                                new Reviewer(Reviewer.Kind.USER, "grace")),
                        List.of(
                                new ApprovalRule("Release managers", 2, List.of("linus"), List.of()),
                                new ApprovalRule("grace", 1, List.of("grace"), List.of(), false)),
                        true,
                        1L),
                new PendingApproval(
                        run,
                        new Gate.Deployment(80),
                        "production/us",
                        false,
                        Duration.ZERO,
                        since,
                        List.of(new Reviewer(Reviewer.Kind.USER, "grace")),
                        List.of(new ApprovalRule("grace", 1, List.of(), List.of(), false)),
                        true,
                        2L),
                new PendingApproval(
                        run, new Gate.ManualJob(9), "staging", true, Duration.ZERO, since, List.of(), List.of(), true),
                new PendingApproval(
                        run, new Gate.ManualJob(10), "deploy 10", true, Duration.ZERO, since, List.of(), List.of(),
                        false));
    }

    static List<Review> reviews() {
        return List.of(
                new Review("ada", Review.Decision.APPROVED, "Ship it! \u202e", List.of("production")),
                new Review("grace", Review.Decision.REJECTED, "", List.of("production")));
    }

    static List<CiEnvironment> environments(RepositoryId repository) {
        return List.of(
                new CiEnvironment(
                        repository,
                        9_007_199_254_740_993L,
                        "production/eu",
                        Duration.ZERO,
                        List.of(new Reviewer(Reviewer.Kind.TEAM, "release"), new Reviewer(Reviewer.Kind.USER, "ada")),
                        false,
                        false,
                        "production",
                        true),
                new CiEnvironment(
                        repository, 2, "review/1", Duration.ZERO, List.of(), false, false, null, true));
    }
}
