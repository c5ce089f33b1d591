package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWords.exact;
import static dev.signalbox.provider.gitlab.GitLabWords.lower;

import dev.signalbox.domain.ci.ApprovalRule;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.EnvironmentStanding;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Reviewer;
import dev.signalbox.domain.ci.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Wire to domain: environments, what waits for people, and what they decided. Pure.
///
/// Names of rules and people stay as sent: an approval names the rule that it is given under.
final class GitLabApprovalMapping {

    private static final long DEVELOPERS = 30;
    private static final long MAINTAINERS = 40;
    private static final long ADMINISTRATORS = 60;

    /// Who asks, for the question whether they may decide.
    ///
    /// @param access the account's level in the project; 0 where it is not known
    record Asker(UserJson user, long access, boolean mayOnlyRead) {}

    private GitLabApprovalMapping() {}

    /// Whether a blocked deployment, read alone, waits for approvals. Otherwise its job waits to be started.
    static boolean lacksApprovals(DeploymentJson deployment) {
        return deployment.pendingApprovals() > 0
                || deployment.rules().stream().anyMatch(GitLabApprovalMapping::lacksApprovals);
    }

    private static boolean lacksApprovals(ApprovalRuleJson rule) {
        return deciders(rule.decided(), Review.Decision.APPROVED).size() < rule.required();
    }

    /// A deployment that is blocked until enough people agreed, read alone.
    static @Nullable PendingApproval blocked(JobJson job, DeploymentJson deployment, RunId run, Asker asker) {
        String environment = deployment.environment();
        if (deployment.id() == null || environment == null) {
            return null;
        }
        List<ApprovalRule> rules = rules(deployment, asker);
        return new PendingApproval(
                run,
                new Gate.Deployment(deployment.id()),
                environment,
                !asker.mayOnlyRead() && mayDecide(deployment, asker),
                Duration.ZERO,
                deployment.createdAt(),
                reviewers(deployment.rules()),
                rules,
                !job.allowFailure(),
                job.id());
    }

    /// A job that somebody has to start.
    ///
    /// @param deployment what it makes; absent where it makes none
    static @Nullable PendingApproval manual(
            JobJson job, @Nullable DeploymentJson deployment, RunId run, Asker asker) {
        if (job.id() == null) {
            return null;
        }
        String environment = deployment == null ? null : deployment.environment();
        return new PendingApproval(
                run,
                new Gate.ManualJob(job.id()),
                environment == null ? named(job) : environment,
                !asker.mayOnlyRead() && (asker.access() == 0 || asker.access() >= DEVELOPERS),
                Duration.ZERO,
                deployment == null ? job.createdAt() : deployment.createdAt(),
                List.of(),
                List.of(),
                !job.allowFailure());
    }

    private static String named(JobJson job) {
        String name = GitLabWords.line(job.name());
        return name.isBlank() ? "Job " + job.id() : name;
    }

    /// Decisions on one deployment. Under several rules one person may decide several times.
    static List<Review> reviews(DeploymentJson deployment) {
        List<String> environments = List.of(exact(deployment.environment()));
        return Stream.concat(
                deployment.approvals().stream(),
                deployment.rules().stream().flatMap(rule -> rule.decided().stream()))
                .distinct()
                .map(approval -> new Review(
                        exact(approval.user()), decision(approval), exact(approval.comment()), environments))
                .toList();
    }

    /// @param protection absent where the environment is not protected, or nobody tells
    static @Nullable CiEnvironment environment(
            EnvironmentJson environment, @Nullable ProtectionJson protection, RepositoryId repository) {
        String name = environment.name();
        if (environment.id() == null || name == null) {
            return null;
        }
        List<ApprovalRuleJson> asked = protection == null
                ? List.of()
                : protection.rules().isEmpty() && protection.required() > 0
                        ? protection.deployers()
                        : protection.rules();
        String tier = GitLabWords.line(environment.tier());
        return new CiEnvironment(
                repository,
                environment.id(),
                name,
                Duration.ZERO,
                reviewers(asked),
                false,
                false,
                tier.isEmpty() ? null : tier,
                "available".equals(environment.state()));
    }

    /// How an environment stands that was read alone.
    static EnvironmentStanding standing(EnvironmentJson environment, RepositoryId repository) {
        EnvironmentStanding.State state = switch (lower(environment.state())) {
            case "available" -> EnvironmentStanding.State.AVAILABLE;
            case "stopping" -> EnvironmentStanding.State.STOPPING;
            case "stopped" -> EnvironmentStanding.State.STOPPED;
            default -> EnvironmentStanding.State.UNKNOWN;
        };
        Long pipeline = environment.pipeline();
        return new EnvironmentStanding(
                state, environment.updatedAt(), pipeline == null ? null : new RunId(repository, pipeline));
    }

    /// Where a server has one number for all instead of rules, that is one rule.
    private static List<ApprovalRule> rules(DeploymentJson deployment, Asker asker) {
        if (deployment.rules().isEmpty() && deployment.pendingApprovals() > 0) {
            List<String> yes = deciders(deployment.approvals(), Review.Decision.APPROVED);
            int required = count(deployment.pendingApprovals() + yes.size());
            return List.of(new ApprovalRule(
                    "", required, yes, deciders(deployment.approvals(), Review.Decision.REJECTED),
                    deployment.approvals().stream().noneMatch(given -> isBy(given, asker))));
        }
        return deployment.rules().stream()
                .map(rule -> new ApprovalRule(
                        name(rule),
                        count(rule.required()),
                        deciders(rule.decided(), Review.Decision.APPROVED),
                        deciders(rule.decided(), Review.Decision.REJECTED),
                        mayAnswer(rule, asker)))
                .toList();
    }

    /// Whether some rule still lacks an answer that could be ours. Members of a group are not told, so a group's rule
    /// could.
    private static boolean mayDecide(DeploymentJson deployment, Asker asker) {
        if (deployment.rules().isEmpty()) {
            return deployment.approvals().stream().noneMatch(given -> isBy(given, asker));
        }
        return deployment.rules().stream()
                .filter(GitLabApprovalMapping::lacksApprovals)
                .anyMatch(rule -> mayAnswer(rule, asker));
    }

    private static boolean mayAnswer(ApprovalRuleJson rule, Asker asker) {
        return isOpenTo(rule, asker) && rule.decided().stream().noneMatch(given -> isBy(given, asker));
    }

    private static boolean isOpenTo(ApprovalRuleJson rule, Asker asker) {
        if (rule.user() != null) {
            return rule.user().equals(asker.user().id());
        }
        boolean belongs = rule.group() != null || rule.accessLevel() == null || asker.access() == 0;
        return belongs || asker.access() >= Objects.requireNonNullElse(rule.accessLevel(), 0L);
    }

    private static boolean isBy(ApprovalJson given, Asker asker) {
        return given.user() != null && given.user().equals(asker.user().username());
    }

    private static List<Reviewer> reviewers(List<ApprovalRuleJson> rules) {
        return rules.stream()
                .map(rule -> new Reviewer(
                        rule.user() == null ? Reviewer.Kind.TEAM : Reviewer.Kind.USER, GitLabWords.line(name(rule))))
                .toList();
    }

    /// As GitLab calls it; where an old server does not say, by what is known of it.
    private static String name(ApprovalRuleJson rule) {
        String told = exact(rule.description());
        if (!told.isBlank()) {
            return told;
        }
        if (rule.user() != null) {
            return "User " + rule.user();
        }
        if (rule.group() != null) {
            return "Group " + rule.group();
        }
        long level = Objects.requireNonNullElse(rule.accessLevel(), 0L);
        if (level >= ADMINISTRATORS) {
            return "Administrators";
        }
        return level >= MAINTAINERS ? "Maintainers" : "Developers + Maintainers";
    }

    private static List<String> deciders(List<ApprovalJson> approvals, Review.Decision decision) {
        return approvals.stream()
                .filter(approval -> decision(approval) == decision)
                .map(approval -> exact(approval.user()))
                .toList();
    }

    private static Review.Decision decision(ApprovalJson approval) {
        return switch (lower(approval.status())) {
            case "approved" -> Review.Decision.APPROVED;
            case "rejected" -> Review.Decision.REJECTED;
            default -> Review.Decision.UNKNOWN;
        };
    }

    private static int count(long number) {
        return (int) Math.clamp(number, 0, 1000);
    }
}
