package dev.signalbox.provider.github;

import static dev.signalbox.provider.github.GitHubWords.exact;
import static dev.signalbox.provider.github.GitHubWords.line;
import static dev.signalbox.provider.github.GitHubWords.lower;

import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Reviewer;
import dev.signalbox.domain.ci.RunId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Wire to domain: environments, what waits for a review, and reviews. Pure.
final class GitHubApprovalMapping {

    /// GitHub allows 30 days.
    private static final long LONGEST_WAIT = Duration.ofDays(366).toMinutes();

    private GitHubApprovalMapping() {}

    static @Nullable PendingApproval pending(ApprovalJson.Pending pending, RunId run) {
        if (pending.environment() == null) {
            return null;
        }
        return new PendingApproval(
                run,
                new Gate.Environment(pending.environment()),
                exact(pending.environmentName()),
                pending.currentUserCanApprove(),
                minutes(pending.waitTimer()),
                pending.waitTimerStartedAt(),
                reviewers(pending.reviewers()));
    }

    /// The comment stays as sent: it is compared with the one that we wrote.
    static Review review(ApprovalJson.Review review) {
        Review.Decision decision = switch (lower(review.state())) {
            case "approved" -> Review.Decision.APPROVED;
            case "rejected" -> Review.Decision.REJECTED;
            default -> Review.Decision.UNKNOWN;
        };
        return new Review(exact(review.user()), decision, exact(review.comment()), review.environments());
    }

    static @Nullable CiEnvironment environment(EnvironmentJson environment, RepositoryId repository) {
        String name = environment.name();
        if (environment.id() == null || name == null) {
            return null;
        }
        List<EnvironmentJson.RuleJson> rules = environment.protectionRules();
        return new CiEnvironment(
                repository,
                environment.id(),
                name,
                minutes(rules.stream().mapToLong(EnvironmentJson.RuleJson::waitTimer).max().orElse(0)),
                rules.stream().flatMap(rule -> reviewers(rule.reviewers()).stream()).toList(),
                rules.stream().anyMatch(EnvironmentJson.RuleJson::preventSelfReview),
                environment.hasBranchPolicy());
    }

    private static List<Reviewer> reviewers(List<ApprovalJson.Reviewer> wire) {
        return GitHubMapping.rows(wire, GitHubApprovalMapping::reviewer);
    }

    private static @Nullable Reviewer reviewer(ApprovalJson.Reviewer reviewer) {
        Reviewer.Kind kind = switch (lower(reviewer.type())) {
            case "user" -> Reviewer.Kind.USER;
            case "team" -> Reviewer.Kind.TEAM;
            default -> Reviewer.Kind.UNKNOWN;
        };
        String name = kind == Reviewer.Kind.TEAM
                ? line(reviewer.name())
                : line(reviewer.login(), reviewer.name(), null);
        return name.isEmpty() ? null : new Reviewer(kind, name);
    }

    private static Duration minutes(long timer) {
        return Duration.ofMinutes(Math.clamp(timer, 0, LONGEST_WAIT));
    }
}
